import {powershell as language} from '../../shells/powershell.ts';
import {type Completer, profileNames, programs} from './completer.ts';
import type {Offer} from './table.ts';

export const powershell: Completer = {
	name: 'powershell',
	script: table =>
		[
			'# In $PROFILE: wizard completions powershell | Out-String | Invoke-Expression',
			`Register-ArgumentCompleter -Native -CommandName ${programs.join(', ')} -ScriptBlock {`,
			'  param($cur, $ast, $cursor)',
			`  $values = ${map(table.values)}`,
			`  $after = ${map(table.after)}`,
			`  $options = ${map(table.options.map(([command, words]) => [command, {kind: 'words', words}]))}`,
			'  $said = @(); $before = $null; $skip = $false',
			'  foreach ($element in @($ast.CommandElements | Select-Object -Skip 1)) {',
			'    if ($element.Extent.EndOffset -ge $cursor) { break }',
			'    $before = $element.Extent.Text',
			// Nothing given back leaves it to the shell, which then offers files.
			"    if ($before -eq '--') { return }",
			'    if ($skip) { $skip = $false }',
			'    elseif ($values.ContainsKey($before)) { $skip = $true }',
			"    elseif (-not $before.StartsWith('-')) { $said += $before }",
			'  }',
			'  $offer = @()',
			'  if ($skip) { $offer = $values[$before] }',
			"  elseif ($cur.StartsWith('-')) { $offer = $options[[string]($said | Select-Object -First 1)] }",
			"  else { $offer = $after[$said -join ' '] }",
			`  if ($offer -is [string]) { $offer = if ($offer -eq 'profiles') { @(${profileNames} 2>$null) } else { return } }`,
			'  foreach ($one in @($offer)) {',
			'    $word, $says = "$one" -split "`t", 2',
			'    if ($word -and $word.StartsWith($cur)) {',
			"      [System.Management.Automation.CompletionResult]::new($word, $word, 'ParameterValue', $(if ($says) { $says } else { $word }))",
			'    }',
			'  }',
			'}',
		].join('\n'),
};

/** A text where there is one name for what is offered, and a list of words otherwise; nothing, and the shell offers files. */
function map(rows: readonly (readonly [string, Offer])[]): string {
	return ['@{', ...rows.map(([key, offer]) => `    ${quote(key)} = ${textOf(offer)}`), '  }'].join('\n');
}

function textOf(offer: Offer): string {
	switch (offer.kind) {
		case 'words':
			return `@(${offer.words.map(({word, says}) => (says === '' ? quote(word) : `(${quote(word)} + "\`t" + ${quote(says)})`)).join(', ')})`;
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
