import {expect, it} from 'vitest';
import {Secret} from '../../source/credentials/secret.ts';
import {judgeAddress, judgeSending, sendingsOf} from '../../source/setups/secret-rules.ts';

const judged = (secret: string, to: string) => judgeSending({secret: new Secret(secret), to: new URL(to)}).state;

it.each([
	['sk-ant-api03-x', 'https://api.anthropic.com', 'fine'],
	['sk-ant-api03-x', 'https://anthropic.com.evil.example', 'typed'],
	['sk-ant-api03-x', 'https://notanthropic.com', 'typed'],
	['sk-ant-api03-x', 'https://аnthropic.com', 'typed'],
	[' Bearer sk-ant-oat01-x', 'https://gw.example', 'typed'],
	['SK-ANT-api03-x', 'https://gw.example', 'typed'],
	['sk-ant-api03-x', 'http://127.0.0.1:4000', 'typed'],
	['sk-or-v1-x', 'https://gw.example', 'fine'],
	['sk-or-v1-x', 'http://gw.example', 'never'],
	['sk-or-v1-x', 'http://api.anthropic.com', 'never'],
	['sk-or-v1-x', 'http://192.168.1.2:4000', 'never'],
	['sk-or-v1-x', 'http://127.0.0.1.evil.example', 'never'],
	['sk-or-v1-x', 'http://localhost:4000', 'fine'],
	['sk-or-v1-x', 'http://127.8.9.10', 'fine'],
	['sk-or-v1-x', 'http://[::1]:4000', 'fine'],
])('%s to %s: %s', (secret, to, state) => {
	expect(judged(secret, to)).toBe(state);
});

it('shows the host as it is asked of the network, not as it looks', () => {
	const verdict = judgeSending({secret: new Secret('sk-ant-x'), to: new URL('https://аnthropic.com')});
	expect(verdict).toMatchObject({state: 'typed', host: 'xn--nthropic-06g.com'});
});

it('finds every secret of a wish, and where it goes without an address', () => {
	const secret = {kind: 'secret', secret: new Secret('k')} as const;
	const wish = {
		title: '',
		unset: [],
		set: [
			{name: 'A', value: secret},
			{name: 'B', value: {kind: 'secret', secret: null}},
		],
	} as const;
	expect(sendingsOf(wish).map(({to}) => to.host)).toEqual(['api.anthropic.com']);
	const base = {name: 'ANTHROPIC_BASE_URL', value: {kind: 'plain', text: 'https://gw.example'}} as const;
	expect(sendingsOf({...wish, set: [base, ...wish.set]}).map(({to}) => to.host)).toEqual(['gw.example']);
});

it.each(['gw.example', 'ftp://gw.example', 'https://u:p@gw.example', 'https://u@gw.example', ''])(
	'%s is no address for a credential',
	text => {
		expect(judgeAddress(text).ok).toBe(false);
	},
);
