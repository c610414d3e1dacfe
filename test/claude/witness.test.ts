import {expect, test} from 'vitest';
import type {Copy, Installed} from '../../source/claude/installed.ts';
import {askWitness} from '../../source/claude/witness.ts';
import type {Outcome} from '../../source/machine/machine.ts';
import {pretend} from '../../source/machine/pretend.ts';

const installed = (more: Partial<Copy> = {}): Installed => ({
	chosen: {
		path: '/usr/bin/claude',
		real: '/usr/bin/claude',
		reach: 'here',
		install: 'unknown',
		version: '2.1.329',
		versionFrom: 'itself',
		condition: {state: 'runs'},
		oddities: [],
		...more,
	},
	others: [],
});

async function ask(outcome: Outcome, more: Partial<Copy> = {}) {
	const asked: string[][] = [];
	const machine = pretend({
		variables: {ANTHROPIC_API_KEY: 'sk-secret'},
		run: async (file, args, {env}) => {
			asked.push([file, ...args, env['ANTHROPIC_API_KEY'] ?? '']);
			return outcome;
		},
	});
	return {asked, witness: await askWitness(machine, installed(more))};
}

test("asks in the user's environment and takes only what is compared", async () => {
	const stdout = JSON.stringify({
		loggedIn: true,
		authMethod: 'claude.ai',
		apiProvider: 'firstParty',
		email: 'ada@example.com',
		orgName: 'Ada',
	});
	const {asked, witness} = await ask({state: 'ended', code: 0, stdout, stderr: ''});
	expect(asked).toEqual([['/usr/bin/claude', 'auth', 'status', '--json', 'sk-secret']]);
	expect(witness).toEqual({state: 'answered', loggedIn: true, authMethod: 'claude.ai', apiKeySource: null, apiProvider: 'firstParty'});
});

test('exit code 1 with an answer is an answer: nobody is logged in', async () => {
	const {witness} = await ask({
		state: 'ended',
		code: 1,
		stdout: '{"loggedIn": false, "authMethod": "none", "apiProvider": "firstParty"}',
		stderr: '',
	});
	expect(witness).toMatchObject({state: 'answered', loggedIn: false, authMethod: 'none'});
});

test.each<[string, Outcome, Partial<Copy>]>([
	['older than the command', {state: 'missing'}, {version: '2.1.40'}],
	['of unknown version', {state: 'missing'}, {version: null}],
	['broken', {state: 'missing'}, {condition: {state: 'broken', kind: 'stub', why: 'x'}}],
])('a claude that is %s is not asked', async (_, outcome, more) => {
	const {asked, witness} = await ask(outcome, more);
	expect(asked).toEqual([]);
	expect(witness.state).toBe('not-asked');
});

test.each<Outcome>([
	{state: 'timeout', stdout: '', stderr: ''},
	{state: 'ended', code: 1, stdout: "error: unknown option '--json'", stderr: ''},
	{state: 'ended', code: 0, stdout: '{"loggedIn": "yes"}', stderr: ''},
	{state: 'killed', signal: 'SIGKILL', stdout: '', stderr: ''},
])('what is no answer is told as one: %j', async outcome => {
	expect((await ask(outcome)).witness.state).toBe('not-asked');
});

test('words that are not those of the command are not repeated', async () => {
	const stdout = JSON.stringify({
		loggedIn: true,
		authMethod: 'x\u001B[31m',
		apiKeySource: `sk-${'a'.repeat(60)}`,
		apiProvider: 'firstParty',
	});
	const {witness} = await ask({state: 'ended', code: 0, stdout, stderr: ''});
	expect(witness).toMatchObject({authMethod: 'unknown', apiKeySource: null});
});
