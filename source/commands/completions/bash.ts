import {bash as language} from '../../shells/bash.ts';
import {type Completer, profileNames, programs} from './completer.ts';
import type {Offer, Table} from './table.ts';

/** For bash 3.2 of macOS as well: no arrays by name, no mapfile. A word with = comes as three, so what stands before it is looked up. */
export const bash: Completer = {
	name: 'bash',
	script: table =>
		[
			'# In ~/.bashrc: eval "$(wizard completions bash)"',
			'_wizard() {',
			'  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} said= command= word i words=',
			'  if [ "$cur" = = ]; then cur=; elif [ "$prev" = = ]; then prev=${COMP_WORDS[COMP_CWORD-2]}; fi',
			'  for ((i = 1; i < COMP_CWORD; i++)); do',
			'    word=${COMP_WORDS[i]}',
			'    case $word in',
			`      --) ${paths('-f')}; return ;;`,
			`      ${optionsOf(table)}) i=$((i + 1)); [ "\${COMP_WORDS[i]}" = = ] && i=$((i + 1)) ;;`,
			'      -*) ;;',
			'      *) said="${said:+$said }$word"; command=${command:-$word} ;;',
			'    esac',
			'  done',
			'  case $prev in',
			...table.values.map(([option, offer]) => `    ${option}) ${offered(offer)}; return ;;`),
			'  esac',
			'  case $cur in -*)',
			'    case $command in',
			...table.options.map(([command, words]) => `      ${quote(command)}) ${offered({kind: 'words', words})} ;;`),
			'    esac',
			'    return ;;',
			'  esac',
			'  case $said in',
			...table.after.map(([said, offer]) => `    ${quote(said)}) ${offered(offer)} ;;`),
			'  esac',
			'}',
			`complete -F _wizard ${programs.join(' ')}`,
		].join('\n'),
};

function offered(offer: Offer): string {
	switch (offer.kind) {
		case 'words':
			return `COMPREPLY=($(compgen -W ${quote(offer.words.map(({word}) => word).join(' '))} -- "$cur"))`;
		case 'profiles':
			return `COMPREPLY=($(compgen -W "$(${profileNames} 2>/dev/null)" -- "$cur"))`;
		case 'files':
			return paths('-f');
		case 'folders':
			return paths('-d');
		case 'nothing':
			return 'COMPREPLY=()';
	}
}

/** Names of files may have spaces; compopt, which bash 3.2 does not have, writes them as a word. */
function paths(which: '-f' | '-d'): string {
	return `local IFS=$'\\n'; compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen ${which} -- "$cur"))`;
}

export function optionsOf({values}: Table): string {
	return values.map(([option]) => option).join('|');
}

export function quote(text: string): string {
	const quoted = language.quote(text);
	return quoted.ok ? quoted.text : "''";
}
