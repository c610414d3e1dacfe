import {describe, expect, it} from 'vitest';
import type {Outcome} from '../../source/machine/machine.ts';
import {pretend} from '../../source/machine/pretend.ts';
import {listReceipts} from '../../source/plan/journal.ts';
import {typed} from '../helpers/typed.ts';
import {sentinel} from '../helpers/wishes.ts';

const done: Outcome = {state: 'ended', code: 0, stdout: '', stderr: ''};

function withKeyring(): {readonly machine: ReturnType<typeof pretend>; readonly calls: string[]} {
	const calls: string[] = [];
	const machine = pretend({
		cwd: '/work',
		files: {
			'/usr/bin/secret-tool': {text: '', mode: 0o755},
			'~/.claude/settings.json': '{"env": {"ANTHROPIC_API_KEY": "old-key-0123456789abcdef"},}',
		},
		variables: {PATH: '/usr/bin', DBUS_SESSION_BUS_ADDRESS: 'unix:path=/run/bus'},
		run: async (program, [word = '']) => {
			if (!program.endsWith('secret-tool')) return {state: 'missing'};
			calls.push(word);
			return done;
		},
	});
	return {machine, calls};
}

const repair = [
	'--repair',
	'--credential',
	'router-key',
	'--base-url',
	'https://gw.example',
	'--store',
	'helper',
	'--secret-stdin',
	'--no-live',
];

describe('wizard --repair --store helper', () => {
	it('hands the secret over once, however many rounds it takes', async () => {
		const {machine, calls} = withKeyring();
		const {code, out} = await typed([...repair, '--yes', '--json'], {machine, input: `${sentinel}\n`});
		expect([code, calls]).toEqual([0, ['store']]);
		// The first round mends the file, the second brings the credential.
		expect([JSON.parse(out).undoEarlier.length, listReceipts(machine).length]).toEqual([1, 2]);
		await typed(['undo', '--yes'], {machine});
		expect(calls).toEqual(['store', 'clear']);
	});

	it('names it once in a dry run', async () => {
		const {machine, calls} = withKeyring();
		const {plan} = JSON.parse((await typed([...repair, '--dry-run', '--json'], {machine, input: `${sentinel}\n`})).out);
		expect(plan.filter(({summary}: {summary: string}) => summary.startsWith('Hand the secret'))).toHaveLength(1);
		expect(calls).toEqual([]);
	});
});
