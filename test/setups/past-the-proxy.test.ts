import {expect, test} from 'vitest';
import {type PretendOptions, pretend} from '../../source/machine/pretend.ts';
import {carryOut, routerSetup} from './carry-out.ts';

const here = {...routerSetup, baseUrl: 'http://127.0.0.1:4000'};

async function env(options: PretendOptions, setup: typeof routerSetup = here): Promise<Record<string, string>> {
	const machine = pretend(options);
	await carryOut(machine, setup, 'settings');
	expect((await carryOut(machine, setup, 'settings')).applied.state).toBe('nothing');
	return JSON.parse(machine.tree.text('/home/ada/.claude/settings.json') ?? '').env;
}

test('a proxy of this terminal, of a startup file or of the settings would catch requests to a router here', async () => {
	const NO_PROXY = 'localhost,127.0.0.1';
	expect(await env({variables: {HTTPS_PROXY: 'http://proxy.example:8080'}})).toMatchObject({NO_PROXY});
	expect(await env({files: {'~/.bashrc': 'export http_proxy=http://proxy.example:8080\n'}})).toMatchObject({NO_PROXY});
	const settings = '{"env": {"HTTP_PROXY": "http://proxy.example:8080"}}';
	expect(await env({files: {'~/.claude/settings.json': settings}})).toMatchObject({NO_PROXY, HTTP_PROXY: 'http://proxy.example:8080'});
});

test('what is excepted already, anywhere and in either spelling, stays excepted', async () => {
	const files = {
		'~/.bashrc': 'export https_proxy=http://proxy.example:8080 no_proxy=".corp.example localhost"\nexport NO_PROXY=10.0.0.1\n',
	};
	const value = '.corp.example,localhost,10.0.0.1,127.0.0.1';
	expect(await env({files})).toMatchObject({NO_PROXY: value, no_proxy: value});
});

test('nothing is excepted without a proxy, and for a router that is elsewhere', async () => {
	expect(await env({})).not.toHaveProperty('NO_PROXY');
	expect(await env({variables: {HTTPS_PROXY: 'http://proxy.example:8080'}}, routerSetup)).not.toHaveProperty('NO_PROXY');
});
