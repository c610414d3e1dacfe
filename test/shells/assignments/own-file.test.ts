import {expect, it} from 'vitest';
import {competingVariables} from '../../../source/credentials/competing.ts';
import {readAssignments} from '../../../source/shells/assignments.ts';
import {shells} from '../../../source/shells/index.ts';
import {ownFileText} from '../../../source/shells/snippet.ts';
import {sentinel, wishFor} from '../../helpers/wishes.ts';

/** What the wizard keeps in a file of its own is found there again, also what that file clears. */
it.each(shells.map(({name}) => name))('%s', name => {
	const shell = shells.find(one => one.name === name);
	if (!shell) return;
	const wish = wishFor('router-key', 'bearer', sentinel);
	const text = ownFileText(shell, wish);
	expect(text.ok).toBe(true);
	if (!text.ok) return;
	const found = readAssignments(`${text.text}\n`, name).filter(one => one.kind === 'assignment');
	const last = new Map(found.map(one => [one.variable, one]));
	expect(last.get('ANTHROPIC_AUTH_TOKEN')).toMatchObject({does: 'set', value: sentinel});
	for (const {name: set} of wish.set) expect([set, last.get(set)?.does]).toEqual([set, 'set']);
	// It clears in a loop of Python, which is not read; nothing that is set is missed by that.
	if (name === 'xonsh') return;
	expect(competingVariables.filter(variable => !last.has(variable))).toEqual([]);
	for (const unset of wish.unset.flat()) expect([unset, last.get(unset)?.does]).toEqual([unset, 'unset']);
});

it.each([
	['Remove-Item Env:A, Env:B', ['A unset', 'B unset']],
	['Remove-Item Env:A Env:B', ['A unset']],
	['Set-Item Env:A v', ['A set']],
	['Set-Item Env:A v,w', ['A computed']],
	['Set-Item -Path Env:A -Value (Get-Content x)', ['A computed']],
	['Set-Item Env:A )', ['A computed']],
	['rm ,,,', []],
])('PowerShell: %s', (line, says) => {
	const found = readAssignments(`${line}\n`, 'powershell').filter(one => one.kind === 'assignment');
	expect(found.map(({variable, does}) => `${variable} ${does}`)).toEqual(says);
});
