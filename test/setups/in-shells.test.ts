import {describe, expect, it} from 'vitest';
import {type PretendOptions, pretend} from '../../source/machine/pretend.ts';
import {carryOut, routerSetup} from './carry-out.ts';

async function text(file: string, files: PretendOptions['files'], store: 'shell' | 'settings', variables: Record<string, string> = {}) {
	const machine = pretend({files: files ?? {}, variables});
	const {plan} = await carryOut(machine, routerSetup, store);
	const read = machine.files.read(file.replace('~', machine.environment.home));
	return {plan, text: read.state === 'bytes' ? new TextDecoder().decode(read.bytes) : null};
}

describe('a credential that lives in the shell', () => {
	const zshrc = 'export MINE=1\nunset ANTHROPIC_AUTH_TOKEN MINE_TOO\nunset ANTHROPIC_API_KEY\n';

	it('is not unset by a later line; what else that line clears stays cleared', async () => {
		const {text: now} = await text('~/.zshrc', {'~/.zshrc': zshrc}, 'shell');
		expect(now).toBe('export MINE=1\nunset MINE_TOO\nunset ANTHROPIC_API_KEY\n');
	});

	it('such a line stays where the credential is in settings', async () => {
		expect((await text('~/.zshrc', {'~/.zshrc': zshrc}, 'settings')).text).toBe(zshrc);
	});

	it('what this terminal has of it already is no rival', async () => {
		const own = {ANTHROPIC_AUTH_TOKEN: routerSetup.secret?.reveal() ?? '', ANTHROPIC_BASE_URL: 'https://router.example'};
		expect((await text('~/.bashrc', {}, 'shell', own)).plan.tells).toEqual([]);
		const other = await text('~/.bashrc', {}, 'shell', {...own, ANTHROPIC_AUTH_TOKEN: 'sk-another-one-0123456789'});
		expect(other.plan.tells.map(({command}) => command)).toEqual(['unset ANTHROPIC_AUTH_TOKEN']);
	});
});

describe('a file that a program makes variables of', () => {
	const line = "export $(grep -v '^#' ~/.keys | xargs)\n";

	it('loses the key, and keeps the rest', async () => {
		const files = {'~/.bashrc': line, '~/.keys': 'MINE=1\nANTHROPIC_API_KEY=old\n'};
		expect((await text('~/.keys', files, 'settings')).text).toBe('MINE=1\n');
	});

	it('keeps the last word that export has: without one it prints every variable', async () => {
		const files = {'~/.bashrc': line, '~/.keys': 'ANTHROPIC_API_KEY=old\n'};
		const {plan, text: now} = await text('~/.keys', files, 'settings');
		expect(now).toBe('ANTHROPIC_API_KEY=old\n');
		expect(plan.masked.map(({variable}) => variable)).toEqual(['ANTHROPIC_API_KEY']);
	});
});
