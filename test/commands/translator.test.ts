import {describe, expect, it} from 'vitest';
import {stop} from '../../source/commands/translator/control.ts';
import {lookAt} from '../../source/commands/translator/look-translators.ts';
import type {Machine} from '../../source/machine/machine.ts';
import {type PretendOptions, pretend} from '../../source/machine/pretend.ts';
import {translatorNamed} from '../../source/providers/translators/index.ts';
import {typed} from '../helpers/typed.ts';

/** A translator that answers until the process of that number is ended. */
function running(options: PretendOptions, noted: number | null) {
	const ended: number[] = [];
	const machine = pretend({
		...options,
		call: async () =>
			ended.includes(4711)
				? {state: 'failed', code: 'ECONNREFUSED', message: '', ms: 0}
				: {state: 'answered', status: 200, headers: {}, body: '', ms: 0},
	});
	const end = (pid: number) => {
		ended.push(pid);
		return true;
	};
	const whole: Machine = {...machine, programs: {...machine.programs, end}};
	return {
		ended,
		machine: whole,
		async stop() {
			if (noted !== null) await whole.notes.write('translator-litellm', noted);
			const translator = translatorNamed('litellm');
			if (translator === null) throw new Error('litellm');
			return stop(await lookAt(translator, whole, '/work'), whole);
		},
	};
}

const files = {'/work/config.yaml': 'model_list: []\n'};
const foreign = {ok: false, message: "LiteLLM's proxy runs, and was not started by wizard."};

describe('stopping a translator', () => {
	it('ends the process that was noted when it was started', async () => {
		const one = running(
			{
				files: {
					...files,
					'/proc/4711/cmdline':
						'/usr/bin/python3\0/usr/bin/litellm\0--config\0/work/config.yaml\0--host\u0000127.0.0.1\0--port\u00004000\0',
				},
			},
			4711,
		);
		expect([await one.stop(), one.ended]).toEqual([{ok: true}, [4711]]);
	});

	it('ends no other program that has the number by now', async () => {
		const one = running({files: {...files, '/proc/4711/cmdline': '/usr/bin/vim\0thesis.tex\0'}}, 4711);
		expect(await one.stop()).toMatchObject(foreign);
		expect(one.ended).toEqual([]);
	});

	it('asks ps where there is no /proc', async () => {
		const ps = (line: string): NonNullable<PretendOptions['run']> => {
			return async (program, args) => {
				expect([program, args]).toEqual(['ps', ['-o', 'args=', '-p', '4711']]);
				return {state: 'ended', code: 0, stdout: `${line}\n`, stderr: ''};
			};
		};
		const own = running(
			{files, platform: 'darwin', run: ps('python3 /opt/bin/litellm --config /work/config.yaml --host 127.0.0.1 --port 4000')},
			4711,
		);
		expect([await own.stop(), own.ended]).toEqual([{ok: true}, [4711]]);
		const other = running({files, platform: 'darwin', run: ps('vim thesis.tex')}, 4711);
		expect([await other.stop(), other.ended]).toMatchObject([foreign, []]);
	});

	it('ends nothing where nothing was noted', async () => {
		const one = running({files}, null);
		expect([await one.stop(), one.ended]).toMatchObject([foreign, []]);
	});
});

describe('with --json', () => {
	const line = '/usr/bin/litellm\0--config\0/work/config.yaml\0--host\u0000127.0.0.1\0--port\u00004000\0';
	const options = {
		cwd: '/work',
		files: {...files, '/usr/bin/litellm': {text: '', mode: 0o755}, '/proc/4711/cmdline': line},
		variables: {PATH: '/usr/bin'},
	};

	it('one object says how it stands, whatever was done', async () => {
		const one = running(options, 4711);
		await one.machine.notes.write('translator-litellm', 4711);
		for (const [verb, now] of [
			['start', true],
			['stop', false],
		] as const) {
			const {code, out} = await typed(['translator', verb, 'litellm', '--yes', '--json'], {machine: one.machine});
			expect([verb, code, JSON.parse(out)]).toMatchObject([verb, 0, {schema: 1, items: [{id: 'litellm', running: now}]}]);
		}
	});

	it('the unit that starts it at login is planned and written as anything else', async () => {
		const {machine} = running(options, null);
		const planned = await typed(['translator', 'at-login', 'litellm', '--dry-run', '--json'], {machine});
		expect([planned.code, JSON.parse(planned.out)]).toMatchObject([0, {changed: true, plan: [{kind: 'write-own-file'}]}]);
		const written = await typed(['translator', 'at-login', 'litellm', '--yes', '--json'], {machine});
		expect([written.code, JSON.parse(written.out)]).toMatchObject([
			0,
			{changed: true, enable: 'systemctl --user enable --now litellm.service'},
		]);
		const again = await typed(['translator', 'at-login', 'litellm', '--yes'], {machine});
		expect([again.code, again.out]).toEqual([
			0,
			'Nothing to change: everything is as wished already.\nTo start it now and at each login: systemctl --user enable --now litellm.service\n',
		]);
	});
});

describe('a router that runs', () => {
	const changedAfterItsStart = async (milliseconds: number) => {
		const translator = translatorNamed('claude-code-router');
		if (translator === null) throw new Error('claude-code-router');
		const noted = 1_800_000_000_000;
		const {machine} = running(
			{
				files: {
					'~/.claude-code-router/config.json': {text: '{"Providers": [], "Router": {}}', mode: 0o600, mtime: noted + milliseconds},
					'~/.claude-code-router/.claude-code-router.pid': {text: '4711', mtime: noted},
					// First looked at long after its start, which is all that the time of this folder says.
					'/proc/4711/environ': {text: 'A=1\0', mtime: noted + 60_000},
				},
			},
			null,
		);
		const {running: state} = await lookAt(translator, machine);
		return state.state === 'yes' && state.pid === 4711 ? state.stale : state;
	};

	it('has old settings where they were changed after it noted its start', async () => {
		expect([await changedAfterItsStart(-5_000), await changedAfterItsStart(5_000)]).toEqual([false, true]);
	});
});
