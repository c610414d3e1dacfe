import {consoleKey, oauthToken, routerKey} from '../held.ts';
import {type Fault, old, rightVariable} from './fault.ts';

/** What claude itself wrote down: `.claude.json` and the saved login. */
export const state: readonly Fault[] = [
	{
		name: 'primary-api-key',
		put: draft => {
			draft.state.members['primaryApiKey'] = old(draft, consoleKey(draft.random));
		},
	},
	{
		name: 'rejected-approval',
		fits: draft => rightVariable(draft) === 'ANTHROPIC_API_KEY',
		put: ({state, secret, random}) => {
			state.members['customApiKeyResponses'] = {
				approved: random.pick([[], [random.text(20)]]),
				rejected: random.shuffled([secret.slice(-20), random.text(20)]),
			};
		},
	},
	{
		name: 'not-onboarded',
		put: ({state}) => {
			delete state.members['hasCompletedOnboarding'];
			delete state.kept['hasCompletedOnboarding'];
		},
	},
	{
		name: 'no-state-file',
		fits: ({held}) => held !== 'subscription',
		put: ({state}) => {
			state.raw = 'none';
		},
	},
	{
		name: 'state-malformed',
		fits: ({held}) => held !== 'subscription',
		put: ({state, random}) => {
			state.raw = random.pick(['{"numStartups": 3,', '', '{"numStartups": 3,}', '<html></html>', '{"projects": {"/a": {"x":']);
			if (random.chance(0.2)) [state.raw, state.encoding] = ['\u0000\u00FF\u00FEnot a text at all\u0001\u00C3(', 'latin1'];
			for (const name of Object.keys(state.kept)) delete state.kept[name];
		},
	},
	{
		name: 'state-no-object',
		fits: ({held}) => held !== 'subscription',
		put: ({state, random}) => {
			state.raw = random.pick(['null', '[]\n', '"{}"', '0', '[{"numStartups": 3}]\n']);
			for (const name of Object.keys(state.kept)) delete state.kept[name];
		},
	},
	{
		name: 'state-utf16',
		put: ({state}) => {
			state.encoding = 'utf16le';
			state.oddities.add('bom');
		},
	},
	{
		name: 'env-in-state',
		put: draft => {
			draft.state.env[draft.random.pick(['ANTHROPIC_API_KEY', 'ANTHROPIC_AUTH_TOKEN', 'ANTHROPIC_BASE_URL'])] = old(
				draft,
				routerKey(draft.random),
			);
		},
	},
	{
		name: 'old-login',
		fits: ({held}) => held !== 'subscription',
		put: draft => {
			const {random} = draft;
			const expiresAt = random.pick([4_102_444_800_000, 1_600_000_000_000]);
			const login = {accessToken: old(draft, oauthToken(random)), refreshToken: old(draft, `sk-ant-ort01-${random.text(93)}AA`), expiresAt};
			const text = JSON.stringify({claudeAiOauth: {...login, scopes: ['user:inference', 'user:profile'], subscriptionType: 'pro'}});
			draft.whole(`${draft.config}/.credentials.json`, text, 0o600);
			if (draft.state.raw !== null) return;
			draft.state.members['oauthAccount'] = {emailAddress: 'me@home.example', organizationName: 'mine'};
			draft.state.kept['oauthAccount'] = draft.state.members['oauthAccount'];
		},
	},
];
