import {optionsOf, quote} from './bash.ts';
import {type Completer, profileNames, programs} from './completer.ts';
import type {Offer} from './table.ts';

/** As a file `_wizard` of a folder in fpath, or evaluated after compinit. */
export const zsh: Completer = {
	name: 'zsh',
	script: table =>
		[
			`#compdef ${programs.join(' ')}`,
			'# In ~/.zshrc, after compinit: eval "$(wizard completions zsh)"',
			'_wizard() {',
			'  local said= command= word i',
			'  local -a found',
			'  for ((i = 2; i < CURRENT; i++)); do',
			'    word=$words[i]',
			'    case $word in',
			'      --) _files; return ;;',
			`      ${optionsOf(table)}) ((i++)) ;;`,
			'      -*) ;;',
			'      *) said="${said:+$said }$word"; command=${command:-$word} ;;',
			'    esac',
			'  done',
			// `--option=value` is one word here.
			'  local before=$words[CURRENT-1]',
			'  if [[ $PREFIX == --*=* ]]; then before=${PREFIX%%=*}; compset -P 1 "*="; fi',
			'  case $before in',
			...table.values.map(([option, offer]) => `    ${option}) ${offered(offer)}; return ;;`),
			'  esac',
			'  if [[ $PREFIX == -* ]]; then',
			'    case $command in',
			...table.options.map(([command, words]) => `      ${quote(command)}) ${offered({kind: 'words', words})} ;;`),
			'    esac',
			'    return',
			'  fi',
			'  case $said in',
			...table.after.map(([said, offer]) => `    ${quote(said)}) ${offered(offer)} ;;`),
			'  esac',
			'}',
			'if [ "$funcstack[1]" = _wizard ]; then _wizard "$@"; else',
			`  compdef _wizard ${programs.join(' ')}`,
			'fi',
		].join('\n'),
};

function offered(offer: Offer): string {
	switch (offer.kind) {
		case 'words': {
			const words = offer.words.map(({word, says}) => quote(says === '' ? word : `${word}:${says.replaceAll(':', '\\:')}`));
			return `found=(${words.join(' ')}); _describe wizard found`;
		}
		case 'profiles':
			return `found=(\${(f)"$(${profileNames} 2>/dev/null)"}); _describe profile found`;
		case 'files':
			return '_files';
		case 'folders':
			return '_files -/';
		case 'nothing':
			return ':';
	}
}
