import {type Completer, profileNames, programs} from './completer.ts';
import type {Offer} from './table.ts';

/** One completer for the whole command line needs nushell 0.108 or later. JSON is also a literal of its language. */
export const nushell: Completer = {
	name: 'nushell',
	script: table =>
		[
			'# wizard completions nushell | save -f ($nu.default-config-dir | path join autoload wizard.nu)',
			'def "nu-complete wizard" [spans: list<string>] {',
			`  let values = ${record(table.values)}`,
			`  let after = ${record(table.after)}`,
			`  let options = ${record(table.options.map(([command, words]) => [command, {kind: 'words', words}]))}`,
			'  let typed = ($spans | skip 1 | drop 1)',
			'  let cur = ($spans | last)',
			// Null leaves it to the shell, which then offers files.
			'  if "--" in $typed { return null }',
			'  let read = ($typed | reduce --fold {said: [], skip: false} {|word, so|',
			'    if $so.skip { {said: $so.said, skip: false} } else if ($word in $values) { {said: $so.said, skip: true} } else if ($word starts-with "-") { $so } else { {said: ($so.said | append $word), skip: false} }',
			'  })',
			'  let offer = if $read.skip { $values | get ($typed | last) } else if ($cur starts-with "-") { $options | get --optional ($read.said | get --optional 0 | default "") } else { $after | get --optional ($read.said | str join " ") }',
			`  let offer = if $offer == "profiles" { ^${profileNames} | lines | each {|name| {value: $name} } } else { $offer }`,
			'  if $offer == "files" or $offer == "folders" { null } else if $offer == "nothing" or $offer == null { [] } else { $offer | where ($it.value | str starts-with $cur) }',
			'}',
			...programs.flatMap(program => ['@complete "nu-complete wizard"', `extern ${program} [...words: string]`]),
		].join('\n'),
};

function record(rows: readonly (readonly [string, Offer])[]): string {
	return JSON.stringify(Object.fromEntries(rows.map(([key, offer]) => [key, textOf(offer)])));
}

function textOf(offer: Offer): unknown {
	switch (offer.kind) {
		case 'words':
			return offer.words.map(({word, says}) => (says === '' ? {value: word} : {value: word, description: says}));
		case 'profiles':
		case 'files':
		case 'folders':
		case 'nothing':
			return offer.kind;
	}
}
