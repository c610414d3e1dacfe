import {expect, it} from 'vitest';
import {type PretendOptions, pretend} from '../../source/machine/pretend.ts';
import {typed} from '../helpers/typed.ts';

const given = ['--credential', 'router-key', '--base-url', 'http://127.0.0.1:7', '--secret-stdin'];

async function repaired(files: PretendOptions['files']) {
	const machine = pretend({files: {'~/.claude.json': '{"hasCompletedOnboarding": true}', ...files}});
	const again = () => typed(['--repair', '--yes', '--no-live', '--json', ...given], {machine, input: 'gw_0123456789abcdef0123\n'});
	const {code, out} = await again();
	const second = JSON.parse((await again()).out).changed;
	return {code, json: JSON.parse(out), second, env: JSON.parse(machine.tree.text('/home/ada/.claude/settings.json') ?? '').env};
}

it('says nothing of a line that has to stay where settings outrank it', async () => {
	const loop = 'for n in ANTHROPIC_API_KEY ANTHROPIC_AUTH_TOKEN; do\n  export "$n"=sk-old-0123456789abcdef\ndone\n';
	const said = await repaired({'~/.bashrc': `${loop}for n in 1; do export ANTHROPIC_API_KEY=sk-old-0123456789abcdef; done\n`});
	expect(said).toMatchObject({code: 0, json: {changed: true, cannot: []}, env: {ANTHROPIC_API_KEY: ''}, second: false});
});

it('sets the credential up where only what claude has noted of its own start cannot be written, and says so', async () => {
	const said = await repaired({'~/.claude.json': {text: '{}', mode: 0o000}});
	expect(said).toMatchObject({code: 1, json: {changed: true}, env: {ANTHROPIC_AUTH_TOKEN: 'gw_0123456789abcdef0123'}, second: false});
	expect(said.json.cannot).toHaveLength(1);
});

it.each(['[]', 'null\n', '"x"', '[{"numStartups": 3}]'])('begins what claude has noted anew where it holds no object: %s', async text => {
	const said = await repaired({'~/.claude.json': text});
	expect(said).toMatchObject({code: 0, json: {changed: true, cannot: []}, second: false});
});
