import {elvish as language} from '../../shells/elvish.ts';
import {type Completer, profileNames, programs} from './completer.ts';
import type {Offer} from './table.ts';

export const elvish: Completer = {
	name: 'elvish',
	script: table =>
		[
			'# In ~/.config/elvish/rc.elv: eval (wizard completions elvish | slurp)',
			'use str',
			`var wizard-values = ${map(table.values)}`,
			`var wizard-after = ${map(table.after)}`,
			`var wizard-options = ${map(table.options.map(([command, words]) => [command, {kind: 'words', words}]))}`,
			'fn wizard-offers {|@typed|',
			'  var cur = $typed[-1]',
			'  var said = []',
			'  if (has-value $typed[1..-1] --) { edit:complete-filename $cur; return }',
			'  var before = ""',
			'  var skip = $false',
			'  for word $typed[1..-1] {',
			'    set before = $word',
			'    if $skip {',
			'      set skip = $false',
			'    } elif (has-key $wizard-values $word) {',
			'      set skip = $true',
			'    } elif (not (str:has-prefix $word -)) {',
			'      set said = [$@said $word]',
			'    }',
			'  }',
			'  var offer = nothing',
			'  if $skip {',
			'    set offer = $wizard-values[$before]',
			'  } elif (str:has-prefix $cur -) {',
			'    var command = ""',
			'    if (> (count $said) 0) { set command = $said[0] }',
			'    if (has-key $wizard-options $command) { set offer = $wizard-options[$command] }',
			'  } elif (has-key $wizard-after (str:join " " $said)) {',
			'    set offer = $wizard-after[(str:join " " $said)]',
			'  }',
			'  if (eq $offer profiles) {',
			`    try { ${profileNames} 2>/dev/null | from-lines | each {|name| put $name } } catch { nop }`,
			'  } elif (or (eq $offer files) (eq $offer folders)) {',
			'    edit:complete-filename $cur',
			'  } elif (not-eq $offer nothing) {',
			'    for one $offer {',
			'      var display = $one[0]',
			'      if (not-eq $one[1] "") { set display = $one[0]" ("$one[1]")" }',
			'      edit:complex-candidate $one[0] &display=$display',
			'    }',
			'  }',
			'}',
			...programs.map(program => `set edit:completion:arg-completer[${program}] = $wizard-offers~`),
		].join('\n'),
};

function map(rows: readonly (readonly [string, Offer])[]): string {
	return `[${rows.map(([key, offer]) => `&${quote(key)}=${textOf(offer)}`).join(' ')}]`;
}

function textOf(offer: Offer): string {
	switch (offer.kind) {
		case 'words':
			return `[${offer.words.map(({word, says}) => `[${quote(word)} ${quote(says)}]`).join(' ')}]`;
		case 'profiles':
		case 'files':
		case 'folders':
		case 'nothing':
			return quote(offer.kind);
	}
}

function quote(text: string): string {
	const quoted = language.quote(text);
	return quoted.ok ? quoted.text : "''";
}
