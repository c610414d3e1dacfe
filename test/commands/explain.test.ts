import {describe, expect, it} from 'vitest';
import {dispatch} from '../../source/commands/dispatch.ts';
import {commands} from '../../source/commands/index.ts';
import {pretend} from '../../source/machine/pretend.ts';

const secret = 'SeNtInElMiDdLe0123456789';

async function wizard(argv: readonly string[], stdin: string | null = null, unicode = true, columns = 80) {
	const out: string[] = [];
	const err: string[] = [];
	const code = await dispatch(
		['explain', ...argv],
		{
			version: '1.2.3',
			machine: pretend({}),
			out: text => out.push(text),
			err: text => err.push(text),
			input: async () => stdin ?? '',
			pieces: async function* () {
				if (stdin !== null) yield stdin;
			},
			confirm: async () => false,
			ask: async () => null,
			converse: async () => {
				throw new Error('nobody is there to talk to');
			},
			takeInterrupt: () => new AbortController().signal,
			terminal: {stdinIsTTY: stdin === null, stdoutIsTTY: false, stderrIsTTY: false, columns, colour: false, unicode},
		},
		commands,
	);
	return {code, out: out.join('\n'), err: err.join('\n')};
}

describe('wizard explain', () => {
	it('says the cause, how sure, the fix, and what else it may be', async () => {
		const {code, out, err} = await wizard(['API', 'Error:', '401', 'Invalid', 'bearer', 'token']);
		expect({code, err}).toEqual({code: 0, err: ''});
		expect(out).toContain('oauth-invalid');
		expect(out).toContain('Fix     1.');
		expect(out).toContain('It may also be');
		expect(out).toContain('words of Anthropic');
	});

	it('reads what is piped in', async () => {
		expect((await wizard([], 'zsh: command not found: claude\n')).out).toContain('cli-missing');
	});

	it('has the JSON of the contract', async () => {
		const {code, out} = await wizard(
			['--json', '--status', '401', '--base-url', 'https://router.example/api', '--credential', 'router-key'],
			'invalid x-api-key',
		);
		const answer = JSON.parse(out);
		expect(code).toBe(0);
		expect(answer).toMatchObject({schema: 1, cause: 'wrong-header', confidence: 'low', title: expect.any(String), why: expect.any(String)});
		expect(answer.fix.length).toBeGreaterThan(0);
		expect(answer.others).toHaveLength(2);
		for (const other of answer.others)
			expect(other).toMatchObject({cause: expect.any(String), confidence: 'low', tell: expect.any(String)});
	});

	it('warns where the hint of the CLI misleads, and only there', async () => {
		const json = async (text: string) => JSON.parse((await wizard(['--json'], text)).out).note;
		expect(await json('API Error: 403 The security token included in the request is expired · Please run /login')).toContain('/login');
		expect(await json('OAuth token has expired · Please run /login')).toBeNull();
	});

	it('answers 1 where it knows no cause, and says so', async () => {
		const {code, out} = await wizard(['--json'], 'the weather is fine');
		expect(code).toBe(1);
		expect(JSON.parse(out)).toMatchObject({schema: 1, cause: 'unknown', confidence: 'low', others: []});
		expect((await wizard([], 'the weather is fine')).out).toContain('No known cause');
	});

	it.each([
		[['--status', 'abc'], 'x', '--status'],
		[['--status', '99'], 'x', '--status'],
		[[], ' \n', 'empty'],
		[[], 'x'.repeat(1_000_001), '--all'],
		[['--credential', 'gold'], 'x', 'gold'],
		[[], null, 'no text'],
	])('answers 2 to %j', async (argv, stdin, words) => {
		const {code, out, err} = await wizard(argv, stdin);
		expect(code).toBe(2);
		expect(out).toBe('');
		expect(err).toContain(words);
	});

	it('names each kind of failure in a log once', async () => {
		const log = `ERROR 529 Overloaded\nINFO fine\nERROR 529 Overloaded\nzsh: command not found: claude\nERROR key=sk-${secret} is an invalid api key\n`;
		const {code, out} = await wizard(['--all', '--json'], log);
		expect(code).toBe(0);
		expect(JSON.parse(out)).toMatchObject({
			schema: 1,
			items: [
				{cause: 'overloaded', count: 2, line: 1, first: 'ERROR 529 Overloaded'},
				{cause: 'cli-missing', count: 1, line: 4},
				{cause: 'key-invalid', count: 1, line: 5},
			],
		});
		const text = await wizard(['--all'], log);
		expect(text.out).toContain('overloaded, 2 times, first in line 1');
		expect((await wizard(['--all'], 'INFO fine\n')).code).toBe(1);
	});

	it.each([[[]], [['--json']], [['--all']], [['--all', '--json']]])('shows no secret of the text with %j', async argv => {
		for (const text of [
			`401 invalid x-api-key: sk-ant-api03-${secret}AA`,
			`Authorization: Bearer ${secret} failed with 401`,
			`ERROR https://u:${secret}@h/ refused`,
		])
			for (const {out, err} of [await wizard(argv, text), await wizard([...argv, text])]) expect(out + err).not.toContain('MiDdLe');
	});

	it('fits narrow terminals and those with ASCII alone', async () => {
		const {out} = await wizard([], 'Invalid API key · Fix external API key', false, 40);
		expect(out.split('\n').every(line => line.length <= 40)).toBe(true);
		expect(out).toMatch(/^[\x00-\x7F]*$/);
	});
});
