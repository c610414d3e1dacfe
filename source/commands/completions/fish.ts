import {fish as language} from '../../shells/fish.ts';
import {type Completer, profileNames, programs} from './completer.ts';
import type {Offer, Table} from './table.ts';

export const fish: Completer = {
	name: 'fish',
	script: table =>
		[
			'# wizard completions fish > ~/.config/fish/completions/wizard.fish',
			'function __wizard_offers',
			'    set -l cur (commandline -ct)',
			'    set -l words (commandline -opc)',
			'    set -l said',
			'    set -l value no',
			'    for word in $words[2..-1]',
			'        if test $value = yes',
			'            set value no',
			'            continue',
			'        end',
			'        switch $word',
			'            case --',
			'                __fish_complete_path $cur',
			'                return',
			`            case ${optionsOf(table)}`,
			'                set value yes',
			"            case '-*'",
			"            case '*'",
			'                set -a said $word',
			'        end',
			'    end',
			'    set -l before $words[-1]',
			'    set -l joined',
			// `--option=value` is one word here, and so are the offers for it.
			"    if string match -q -- '--*=*' $cur",
			"        set joined (string replace -r '=.*' '=' -- $cur)",
			"        set before (string replace -r '=.*' '' -- $cur)",
			"        set cur (string replace -r '^[^=]*=' '' -- $cur)",
			'    end',
			'    switch "$before"',
			...table.values.flatMap(([option, offer]) => [`        case ${option}`, ...offered(offer, '            '), '            return']),
			'    end',
			"    if string match -q -- '-*' $cur",
			'        switch "$said[1]"',
			...table.options.flatMap(([command, words]) => [
				`            case ${quote(command)}`,
				...offered({kind: 'words', words}, '                '),
			]),
			'        end',
			'        return',
			'    end',
			'    switch "$said"',
			...table.after.flatMap(([said, offer]) => [`        case ${quote(said)}`, ...offered(offer, '            ')]),
			'    end',
			'end',
			...programs.map(program => `complete -c ${program} -f -a '(__wizard_offers)'`),
		].join('\n'),
};

function offered(offer: Offer, indent: string): readonly string[] {
	switch (offer.kind) {
		case 'words':
			return offer.words.map(({word, says}) => `${indent}printf '%s%s\\t%s\\n' "$joined" ${quote(word)} ${quote(says)}`);
		case 'profiles':
			return [
				`${indent}for name in (command ${profileNames} 2>/dev/null)`,
				`${indent}    printf '%s%s\\n' "$joined" $name`,
				`${indent}end`,
			];
		case 'files':
			return [`${indent}__fish_complete_path $cur`];
		case 'folders':
			return [`${indent}__fish_complete_directories $cur`];
		case 'nothing':
			return [];
	}
}

function optionsOf({values}: Table): string {
	return values.map(([option]) => option).join(' ');
}

function quote(text: string): string {
	const quoted = language.quote(text);
	return quoted.ok ? quoted.text : "''";
}
