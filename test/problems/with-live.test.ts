import {expect, test} from 'vitest';
import {findingsOf, routerKey} from './example.ts';

const variables = {
	ANTHROPIC_BASE_URL: 'https://gw.example.com',
	ANTHROPIC_AUTH_TOKEN: routerKey,
	ANTHROPIC_MODEL: 'some-model',
	HTTPS_PROXY: 'http://proxy.corp.example:8080',
};

test('a live prompt that passes adds nothing', async () => {
	expect(await findingsOf({name: 'ok', variables, live: 'ok'})).toEqual(await findingsOf({name: 'none', variables}));
});

test('the form of the address that answered becomes the edit', async () => {
	const env = {ANTHROPIC_BASE_URL: 'https://gw.example.com', ANTHROPIC_AUTH_TOKEN: routerKey};
	const found = await findingsOf({name: 'form', user: {env}, live: 'html-not-json', answersAt: 'https://gw.example.com/api'});
	expect(found.find(({id}) => id === 'html-not-json')?.fix).toMatchObject({
		edits: [{kind: 'set-setting', path: ['env', 'ANTHROPIC_BASE_URL'], value: 'https://gw.example.com/api'}],
		command: 'wizard --repair',
	});
});
