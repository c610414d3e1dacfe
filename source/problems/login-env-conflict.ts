import type {Fact} from '../places/fact.ts';
import {approveKey} from './approve-key.ts';
import {credentialSource, isUsableLogin, sentFacts, sentHeaders, textOf} from './credential-source.ts';
import {endpointOf} from './endpoint.ts';
import type {Finding} from './finding.ts';
import type {Problem, Situation} from './problem.ts';
import {removals} from './removal.ts';

/**
 * A saved login and a configured credential pull different ways: both go out in one request, or claude -p sends the one and an
 * interactive session the other. A login that merely rests is told by env-overrides-login, or is as it should be.
 */
export const loginEnvConflict: Problem = {
	id: 'login-env-conflict',
	diagnose(situation) {
		const managed = besideManagedKey(situation);
		if (managed !== null) return [managed];
		return [...differByMode(situation), ...besideSetupToken(situation)];
	},
};

/** `primaryApiKey` of .claude.json goes out as x-api-key beside any token (all four recorded versions). */
function besideManagedKey({headless, interactive}: Situation): Finding | null {
	for (const resolution of [headless, interactive]) {
		const headers = sentHeaders(resolution).filter(({empty}) => !empty);
		const key = headers.find(({fact}) => credentialSource(fact) === 'managed-key')?.fact;
		const rival = headers.find(({fact}) => ['token', 'helper', 'oauth-token'].includes(credentialSource(fact)))?.fact;
		if (key === undefined || rival === undefined) continue;
		const endpoint = endpointOf(resolution.request);
		const away = endpoint !== null && endpoint.kind !== 'anthropic';
		return {
			id: 'login-env-conflict',
			severity: 'error',
			title: 'The key saved by /login goes out beside another credential',
			why: `Both headers are sent: ${rival.variable} as Authorization and the saved Console key as x-api-key. An endpoint that reads x-api-key first refuses the request, and a gateway sees a key that is not its own.`,
			evidence: [rival, key],
			fix: {
				summary: away
					? 'Remove the saved key: it belongs to Anthropic.'
					: 'Log out to drop the saved key, or remove the variable to use it.',
				edits: away ? removals('login-env-conflict', [key]) : [],
				command: away ? 'wizard --repair' : 'claude auth logout',
			},
		};
	}
	return null;
}

/** Both sign in to a subscription, and only one is used: /login then changes nothing, whatever it says. */
function besideSetupToken({headless, facts}: Situation): readonly Finding[] {
	const token = sentFacts(headless).find(fact => credentialSource(fact) === 'oauth-token');
	const login = facts.find(isUsableLogin);
	if (token === undefined || login === undefined || endpointOf(headless.request)?.kind !== 'anthropic') return [];
	return [
		{
			id: 'login-env-conflict',
			severity: 'info',
			title: 'The setup token is used, and the saved login rests',
			why: 'CLAUDE_CODE_OAUTH_TOKEN outranks the login in every new session. When the token ends after its year, /login does not help while the variable is set.',
			evidence: [token, login],
			fix: {
				summary: 'Leave it so where it is meant (servers, CI); else remove CLAUDE_CODE_OAUTH_TOKEN.',
				edits: [],
				command: 'wizard --repair --credential subscription',
			},
		},
	];
}

function differByMode(situation: Situation): readonly Finding[] {
	const {headless, interactive} = situation;
	const configured = sentFacts(headless).filter(fact => ['key', 'token', 'helper'].includes(credentialSource(fact)));
	const login = sentFacts(interactive).find(isLogin);
	if (configured.length === 0 || login === undefined || sentFacts(headless).some(isLogin)) return [];
	const endpoint = endpointOf(interactive.request);
	const leaves = endpoint !== null && endpoint.kind !== 'anthropic';
	const key = configured.find(fact => credentialSource(fact) === 'key');
	const name = configured[0]?.variable ?? 'the variable';
	return [
		{
			id: 'login-env-conflict',
			severity: leaves ? 'error' : 'warning',
			title: leaves ? `An interactive session sends the saved login to ${endpoint.host}` : 'claude and claude -p use different credentials',
			why: `claude -p sends ${name}. An interactive session does not, because the key is not approved there, and falls back to the saved login${leaves ? ', which belongs to Anthropic and not to this host' : ''}.`,
			evidence: [...configured, login],
			fix: {
				summary: `Approve the key to use it everywhere, or remove ${name} to use the login everywhere.`,
				// With the login, another host would get what belongs to Anthropic: there the key is the one that is meant.
				edits: leaves && key !== undefined ? approveKey('login-env-conflict', textOf(key) ?? '', situation) : [],
				command: 'wizard --repair',
			},
		},
	];
}

function isLogin(fact: Fact): boolean {
	const source = credentialSource(fact);
	return source === 'login' || source === 'managed-key';
}
