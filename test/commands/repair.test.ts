import {describe, expect, it} from 'vitest';
import {type PretendOptions, pretend} from '../../source/machine/pretend.ts';
import {listReceipts} from '../../source/plan/journal.ts';
import {typed} from '../helpers/typed.ts';
import {scriptedRepair} from './scripted-repair.ts';

const key = 'sk-or-v1-0123456789abcdef0123456789abcdef';
const broken: PretendOptions = {
	cwd: '/work',
	files: {
		'~/.claude/settings.json': `{\n  "env": {\n    "ANTHROPIC_AUTH_TOKEN": "${key}",\n    "ANTHROPIC_BASE_URL": "http://127.0.0.1:9/v1/messages",\n  }\n}\n`,
	},
};

function settings(machine: ReturnType<typeof pretend>): string {
	const reading = machine.files.read('/home/ada/.claude/settings.json');
	return reading.state === 'bytes' ? new TextDecoder().decode(reading.bytes) : reading.state;
}

describe('wizard --repair', () => {
	it('mends round by round: what comes to light after the first mend is mended too', async () => {
		const machine = pretend(broken);
		const {code, out} = await typed(['--repair', '--yes', '--no-live', '--json'], {machine});
		expect(code).toBe(0);
		expect(JSON.parse(out)).toMatchObject({schema: 1, changed: true, live: null});
		expect(JSON.parse(out).undoEarlier).toHaveLength(1);
		expect(settings(machine)).toBe(
			`{\n  "env": {\n    "ANTHROPIC_AUTH_TOKEN": "${key}",\n    "ANTHROPIC_BASE_URL": "http://127.0.0.1:9"\n  }\n}\n`,
		);
		expect(out).not.toContain(key);
		expect(JSON.parse((await typed(['--repair', '--yes', '--no-live', '--json'], {machine})).out)).toMatchObject({changed: false});
		await typed(['undo', '--yes'], {machine});
		await typed(['undo', '--yes'], {machine});
		expect(settings(machine)).toBe(settings(pretend(broken)));
	});

	it('only plans with --dry-run', async () => {
		const machine = pretend(broken);
		const {code, out} = await typed(['--repair', '--dry-run', '--json'], {machine});
		expect([code, JSON.parse(out).changed]).toEqual([0, true]);
		expect([settings(machine), listReceipts(machine)]).toEqual([settings(pretend(broken)), []]);
	});

	it('leaves the choice between two credentials to the user', async () => {
		const machine = pretend({
			...broken,
			files: {},
			variables: {ANTHROPIC_API_KEY: 'sk-one-0123456789', ANTHROPIC_AUTH_TOKEN: 'sk-two-0123456789'},
		});
		const {code, err} = await typed(['repair', '--yes', '--no-live'], {machine});
		expect(code).toBe(3);
		expect(err).toContain('--credential');
	});

	it('asks before it writes, and without a terminal says so', async () => {
		const machine = pretend(broken);
		const {code, err} = await typed(['--repair', '--no-live'], {machine});
		expect([code, settings(machine)]).toEqual([2, settings(pretend(broken))]);
		expect(err).toContain('--yes');
	});

	it('moves the machine to a credential that is given', async () => {
		const machine = pretend(broken);
		const {code, out} = await typed(scriptedRepair, {machine, input: 'sk-new-0123456789abcdef\n'});
		expect(code).toBe(0);
		expect(JSON.parse(out).undoEarlier).toHaveLength(1);
		expect(JSON.parse(settings(machine)).env).toEqual({
			ANTHROPIC_AUTH_TOKEN: 'sk-new-0123456789abcdef',
			ANTHROPIC_BASE_URL: 'http://127.0.0.1:7',
		});
	});
});
