import type {Draft} from '../draft.ts';
import {consoleKey, oauthToken, routerKey} from '../held.ts';
import {type Fault, old, rightVariable} from './fault.ts';

const either = ['ANTHROPIC_API_KEY', 'ANTHROPIC_AUTH_TOKEN'] as const;

function oldKey(draft: Draft): string {
	return old(draft, draft.random.pick([consoleKey, routerKey])(draft.random));
}

/** The variable the held credential belongs into, or one of the two for a login. */
function itsVariable(draft: Draft): string {
	return rightVariable(draft) ?? draft.random.pick(either);
}

/** Credentials in startup files, whole and damaged. */
export const values: readonly Fault[] = [
	{name: 'old-api-key', put: draft => draft.exports('ANTHROPIC_API_KEY', oldKey(draft))},
	{name: 'old-auth-token', put: draft => draft.exports('ANTHROPIC_AUTH_TOKEN', old(draft, routerKey(draft.random)))},
	{
		name: 'both-set',
		put: draft => {
			for (const variable of either) draft.exports(variable, oldKey(draft));
		},
	},
	{
		name: 'same-variable-twice',
		put: draft => {
			const variable = draft.random.pick(either);
			for (let times = 2; times > 0; times--) draft.exports(variable, oldKey(draft));
		},
	},
	{
		name: 'key-in-wrong-variable',
		fits: draft => rightVariable(draft) !== null,
		put: draft => draft.exports(rightVariable(draft) === 'ANTHROPIC_API_KEY' ? 'ANTHROPIC_AUTH_TOKEN' : 'ANTHROPIC_API_KEY', draft.secret),
	},
	{name: 'empty-value', put: draft => draft.exports(draft.random.pick(either), '', 'export')},
	{name: 'white-space-value', put: draft => draft.exports(itsVariable(draft), draft.random.pick([' ', '   ', '\t']))},
	{
		name: 'placeholder-value',
		put: draft =>
			draft.exports(
				itsVariable(draft),
				draft.random.pick(['your-api-key-here', 'sk-ant-...', '<YOUR_API_KEY>', 'changeme', 'xxx', 'sk-ant-api03-xxxxxxxxxxxx', 'dummy']),
			),
	},
	{name: 'quotes-in-value', put: draft => draft.exports(itsVariable(draft), `"${heldOrOld(draft)}"`)},
	{
		name: 'newline-in-value',
		put: draft => draft.exports(itsVariable(draft), `${heldOrOld(draft)}${draft.random.pick(['\n', '\r', '\n\n'])}`),
	},
	{name: 'bearer-prefix', put: draft => draft.exports('ANTHROPIC_AUTH_TOKEN', `Bearer ${heldOrOld(draft)}`)},
	{name: 'curly-quotes', put: draft => draft.exports(itsVariable(draft), `“${heldOrOld(draft)}”`)},
	{name: 'cut-off-key', put: draft => draft.exports(itsVariable(draft), heldOrOld(draft).slice(0, -7))},
	{name: 'setup-token', put: draft => draft.exports('CLAUDE_CODE_OAUTH_TOKEN', old(draft, oauthToken(draft.random)))},
	{name: 'login-token-as-key', put: draft => draft.exports('ANTHROPIC_API_KEY', old(draft, oauthToken(draft.random)))},
	{
		name: 'reference-value',
		put: draft => {
			const name = `${draft.other()}_KEY`;
			const value = oldKey(draft);
			draft.block(draft.layout.files[0] ?? '', draft.shell === 'fish' ? `set -gx ${name} ${value}` : `export ${name}=${value}`, 'kept');
			const variable = draft.random.pick(either);
			draft.mayGo.add(variable);
			const text = draft.shell === 'fish' ? `set -gx ${variable} $${name}` : `export ${variable}="$${name}"`;
			draft.block(draft.layout.files[0] ?? '', text, 'fault', 'end');
			draft.stale[variable] = value;
		},
	},
];

function heldOrOld(draft: Draft): string {
	return draft.random.chance(0.5) && draft.held !== 'subscription' ? draft.secret : oldKey(draft);
}
