import type {ProbeWish} from '../claude/probe.ts';
import type {Secret} from '../credentials/secret.ts';
import type {Fact} from '../places/fact.ts';
import type {Situation} from '../problems/problem.ts';
import type {Header, Sent} from '../request/request.ts';
import {resolve} from '../request/resolve.ts';
import {isLoopback} from '../setups/secret-rules.ts';

/** Where the live prompt will go and what it carries, before anything is sent. */
export type LiveTarget = {
	readonly request: Sent;
	readonly host: string;
	/** Who has a say in it: with `project`, settings of the folder one stands in take part, so it is proved there and nowhere else. */
	readonly decidedBy: 'user' | 'project';
	/** The settings of the folder that take part. */
	readonly fromProject: readonly Fact[];
	/** The project's own program would be run for the credential. */
	readonly projectHelper: boolean;
	/** Who bills it, as the end of a sentence. */
	readonly cost: string;
	/** Our own plain request; null where only claude may use the credential or knows it. */
	readonly probe: Pick<ProbeWish, 'url' | 'bearer' | 'xApiKey'> | null;
};

/** Null where claude would send nothing. */
export function liveTarget({facts, headless, claude}: Pick<Situation, 'facts' | 'headless' | 'claude'>): LiveTarget | null {
	if (!headless.request.sends) return null;
	const version = claude.chosen?.version ?? null;
	const elsewhere = resolve(
		facts.filter(fact => !isProjects(fact)),
		{version, mode: 'headless'},
	).request;
	// Where a project only chooses a model, the setup is the user's, and is proved where the project has no say.
	const steers = !elsewhere.sends || !sameTarget(elsewhere, headless.request);
	const request = steers ? headless.request : elsewhere;
	const fromProject = steers ? headless.judged.filter(({fact, wins}) => wins && isProjects(fact)).map(({fact}) => fact) : [];
	return {
		request,
		host: new URL(request.url).host,
		decidedBy: steers ? 'project' : 'user',
		fromProject,
		projectHelper: fromProject.some(fact => fact.variable === 'apiKeyHelper'),
		cost: costOf(request),
		probe: probeFor(request),
	};
}

function isProjects(fact: Fact): boolean {
	const place = fact.kind === 'setting' ? fact.in : fact.place;
	return place === 'project-settings' || place === 'local-settings';
}

/** The same address and the same credential, from the same places. */
function sameTarget(one: Sent, other: Sent): boolean {
	const credentials = ({authorization, xApiKey, headers}: Sent) => [authorization?.fact, xApiKey?.fact, ...headers.map(({fact}) => fact)];
	const theirs = credentials(other);
	return one.url === other.url && credentials(one).length === theirs.length && credentials(one).every((fact, at) => fact === theirs[at]);
}

function costOf({url, authorization, xApiKey}: Sent): string {
	if (isLoopback(new URL(url))) return 'billed as the server on this computer bills';
	if (!/(?:^|\.)anthropic\.com$/.test(new URL(url).hostname)) return `billed by ${new URL(url).host}: usually less than a cent`;
	const login = [authorization, xApiKey].some(header => header?.fact.kind === 'login' || isLoginToken(header?.fact));
	return login ? 'counted against your plan' : 'less than a cent';
}

/**
 * What can be asked without claude: a plain key in the two usual headers. A login's token is for Claude Code alone, extra headers may
 * be half of the credential, and clouds sign their requests.
 */
function probeFor({url, authorization, xApiKey, headers, provider}: Sent): LiveTarget['probe'] {
	if (provider !== 'anthropic' || headers.length > 0) return null;
	const bearer = plainKey(authorization);
	const key = plainKey(xApiKey);
	if (bearer === 'not-ours' || key === 'not-ours' || (bearer === null && key === null)) return null;
	return {url, bearer, xApiKey: key};
}

function plainKey(header: Header | null): Secret | null | 'not-ours' {
	if (header === null || header.empty) return null;
	const {fact, scheme} = header;
	if (scheme === 'Basic' || fact.kind !== 'variable' || fact.value === null || isLoginToken(fact)) return 'not-ours';
	return fact.variable === 'ANTHROPIC_AUTH_TOKEN' || fact.variable === 'ANTHROPIC_API_KEY' ? fact.value : 'not-ours';
}

/** By its shown beginning: the token of `claude setup-token`, wherever it was put. */
function isLoginToken(fact: Fact | undefined): boolean {
	return fact !== undefined && (fact.variable === 'CLAUDE_CODE_OAUTH_TOKEN' || fact.shown.startsWith('sk-ant-oat'));
}
