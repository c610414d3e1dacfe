import {recognise} from '../credentials/shapes.ts';
import type {Header} from '../request/request.ts';
import {credentialSource, sentHeaders, textOf} from './credential-source.ts';
import {endpointOf} from './endpoint.ts';
import type {Finding} from './finding.ts';
import type {Problem} from './problem.ts';

/** A good credential of Anthropic's travels in the header in which Anthropic does not look for it. */
export const wrongHeader: Problem = {
	id: 'wrong-header',
	diagnose({headless, interactive}) {
		if (endpointOf(headless.request)?.kind !== 'anthropic') return [];
		const told = new Map<Header['fact'], Finding>();
		for (const header of [...sentHeaders(headless), ...sentHeaders(interactive)]) {
			const finding = findingOn(header);
			if (finding !== null) told.set(header.fact, finding);
		}
		return [...told.values()];
	},
};

function findingOn({fact, scheme}: Header): Finding | null {
	const source = credentialSource(fact);
	if (source !== 'key' && source !== 'token' && source !== 'oauth-token') return null;
	const shape = recognise(textOf(fact) ?? '')?.shape.id;
	if (shape === 'anthropic-api' && scheme === 'Bearer')
		return say(
			fact,
			'a Console key',
			'ANTHROPIC_API_KEY',
			'Anthropic takes a Console key as x-api-key only; as Authorization it is an "Invalid bearer token".',
		);
	if (shape === 'anthropic-oat' && scheme === 'raw')
		return say(
			fact,
			'a token of a Claude subscription',
			'CLAUDE_CODE_OAUTH_TOKEN',
			'Anthropic takes it as Authorization only; as x-api-key it is an "invalid x-api-key".',
		);
	return null;
}

function say(fact: Header['fact'], what: string, variable: string, why: string): Finding {
	return {
		id: 'wrong-header',
		severity: 'error',
		title: `${fact.variable} holds ${what}, which belongs in ${variable}`,
		why,
		evidence: [fact],
		fix: {summary: `Move it to ${variable}, and unset ${fact.variable}.`, edits: [], command: 'wizard'},
	};
}
