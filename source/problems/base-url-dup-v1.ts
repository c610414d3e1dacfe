import type {Fact, PlaceId} from '../places/fact.ts';
import {showValue} from '../places/show.ts';
import type {Edit} from '../plan/edit.ts';
import type {Resolution} from '../request/request.ts';
import {baseAddress} from './base-address.ts';
import {textOf} from './credential-source.ts';
import type {Finding} from './finding.ts';
import {isOpenaiHost} from './openai-host.ts';
import type {Problem} from './problem.ts';

/**
 * Claude Code appends /v1/messages to the base URL. An ending of /v1 is nearly always the address of an OpenAI-style client, and
 * the 404 it earns is shown as a problem with the model. Where the documented address does end so, it stays.
 */
export const baseUrlDupV1: Problem = {
	id: 'base-url-dup-v1',
	diagnose({headless, interactive}) {
		const base = baseAddress(headless, interactive);
		if (base === null) return [];
		const {fact, address, resolution} = base;
		const ending = /(?:\/v1)?\/v1(?:\/messages)?\/*$/i.exec(new URL(address).pathname)?.[0];
		return ending === undefined || documented.test(new URL(address).hostname) || isOpenaiHost(address)
			? []
			: [say(fact, resolution, ending.replace(/\/+$/, ''))];
	},
};

/** CodeRouter's base really is …/api/v1, by its own documentation. */
const documented = /(?:^|\.)coderouter\.io$/;

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
