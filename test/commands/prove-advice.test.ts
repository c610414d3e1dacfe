import {describe, expect, it} from 'vitest';
import {examine} from '../../source/commands/examine.ts';
import {prove} from '../../source/commands/prove.ts';
import {pretend} from '../../source/machine/pretend.ts';

const key = `sk-or-v1-${'57041e57'.repeat(8)}`;

async function tried(address: string, status: number, message: string) {
	const machine = pretend({
		variables: {ANTHROPIC_BASE_URL: address, ANTHROPIC_AUTH_TOKEN: key},
		call: async ({body}) => ({
			state: 'answered',
			status,
			headers: {'content-type': 'application/json'},
			body: JSON.stringify({error: {message: message.replace('MODEL', JSON.parse(body ?? '{}').model)}}),
			ms: 1,
		}),
	});
	const proof = await prove(machine, await examine(machine), {timeout: 1000, alone: 'probe'});
	return proof.state === 'tried' ? {ok: proof.trial.ok, cause: proof.trial.cause} : proof;
}

describe('the plain request beside a live prompt', () => {
	it('is read by what the catalogue knows of the endpoint', async () => {
		// OpenRouter refuses models that nobody has; of an address that nobody knows that is not sure.
		expect(await tried('https://openrouter.ai/api', 400, 'zzz MODEL')).toEqual({ok: true, cause: null});
		expect(await tried('https://gw.example', 400, 'zzz MODEL')).toMatchObject({ok: false});
		// The Kimi plan admits coding agents alone, so a bare 403 says nothing of its key.
		expect(await tried('https://api.kimi.com/coding', 403, 'zzz')).toEqual({ok: false, cause: 'client-not-allowed'});
		expect((await tried('https://gw.example', 403, 'zzz')) as object).not.toMatchObject({cause: 'client-not-allowed'});
	});
});
