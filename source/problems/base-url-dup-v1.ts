import type {Fact, PlaceId} from '../places/fact.ts';
import {showValue} from '../places/show.ts';
import type {Edit} from '../plan/edit.ts';
import type {Resolution} from '../request/request.ts';
import {textOf} from './credential-source.ts';
import {endpointOf} from './endpoint.ts';
import type {Finding} from './finding.ts';
import type {Problem} from './problem.ts';

/**
 * Claude Code appends /v1/messages to the base URL. An ending of /v1 is nearly always the address of an OpenAI-style client, and
 * the 404 it earns is shown as a problem with the model. Where the documented address does end so, it stays.
 */
export const baseUrlDupV1: Problem = {
	id: 'base-url-dup-v1',
	diagnose({headless, interactive}) {
		const resolution = headless.request.sends ? headless : interactive;
		if (endpointOf(resolution.request) === null) return [];
		const fact = resolution.judged.find(({fact, wins}) => wins && fact.variable === 'ANTHROPIC_BASE_URL')?.fact;
		const address = fact === undefined ? null : textOf(fact)?.trim();
		if (fact === undefined || !address || !URL.canParse(address)) return [];
		const ending = /(?:\/v1)?\/v1(?:\/messages)?\/*$/i.exec(new URL(address).pathname)?.[0];
		return ending === undefined || isDocumented(address) ? [] : [say(fact, resolution, ending.replace(/\/+$/, ''))];
	},
};

/** CodeRouter's base really is …/api/v1 (its documentation). Hosts that only speak OpenAI's protocol are not mended by a shorter path. */
const documented: readonly RegExp[] = [/(?:^|\.)coderouter\.io$/];
const openaiOnly: readonly RegExp[] = [
	/^api\.(?:openai|groq|x)\.(?:com|ai)$/,
	/^api\.(?:mistral|together|cerebras)\.(?:ai|xyz)$/,
	/^integrate\.api\.nvidia\.com$/,
	/^router\.huggingface\.co$/,
];

/** In settings the address can be put right in place; elsewhere repair writes it to where it counts. */
function shortened(fact: Fact, ending: string): readonly Edit[] {
	const address = textOf(fact)?.trim().replace(/\/+$/, '') ?? '';
	const editable = fact.kind === 'variable' && fact.origin.from === 'settings' && own.includes(fact.place);
	if (!editable || fact.file === null || !address.endsWith(ending)) return [];
	const path = ['env', fact.variable];
	const value = address.slice(0, -ending.length);
	const answers = {to: 'finding', id: 'base-url-dup-v1'} as const;
	return [{kind: 'set-setting', file: fact.file, path, value, summary: `Cut ${ending} from ${fact.variable}`, answers}];
}

const own: readonly PlaceId[] = ['user-settings', 'project-settings', 'local-settings'];

function isDocumented(address: string): boolean {
	const {hostname} = new URL(address);
	return [...documented, ...openaiOnly].some(host => host.test(hostname));
}

function say(fact: Fact, {request}: Resolution, ending: string): Finding {
	return {
		id: 'base-url-dup-v1',
		severity: 'error',
		title: `The base URL already ends in ${ending}`,
		why: `Claude Code appends /v1/messages itself, so it asks for ${showValue(fact.variable, request.url ?? 'a doubled path')}. The 404 it gets there is shown as a problem with the model.`,
		evidence: [fact],
		fix: {
			summary: `Cut ${ending} from ANTHROPIC_BASE_URL, unless the endpoint's own page for Claude Code shows it.`,
			edits: shortened(fact, ending),
			command: 'wizard --repair',
		},
	};
}
