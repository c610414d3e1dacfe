import type {Fact} from '../places/fact.ts';
import {showValue} from '../places/show.ts';
import {betterAddresses, knownHost} from '../providers/known-hosts.ts';
import type {Resolution} from '../request/request.ts';
import {baseAddress, doubledPart} from './base-address.ts';
import {textOf} from './credential-source.ts';
import type {Finding} from './finding.ts';
import {isOpenaiHost} from './openai-host.ts';
import type {Problem} from './problem.ts';
import {setVariable} from './set-variable.ts';

/**
 * Claude Code appends /v1/messages to the base URL. An ending of /v1 is nearly always the address of an OpenAI-style client, and
 * the 404 it earns is shown as a problem with the model. Where the documented address does end so, it stays; where the rest is wrong
 * as well, base-url-path knows the whole.
 */
export const baseUrlDupV1: Problem = {
	id: 'base-url-dup-v1',
	diagnose({facts, headless, interactive}) {
		const base = baseAddress(headless, interactive);
		if (base === null) return [];
		const {fact, address, resolution} = base;
		const doubled = doubledPart(address);
		if (doubled === null || isOpenaiHost(address)) return [];
		const {ending, shorter} = doubled;
		const isRight = knownHost(address) !== null && betterAddresses(address) === null;
		const isWrongStill = knownHost(shorter) !== null && betterAddresses(shorter) !== null;
		return isRight || isWrongStill ? [] : [say(fact, resolution, ending, shorter, facts)];
	},
};

function say(fact: Fact, {request}: Resolution, ending: string, shorter: string, facts: readonly Fact[]): Finding {
	const cuts = textOf(fact)?.trim().replace(/\/+$/, '').endsWith(ending) === true;
	return {
		id: 'base-url-dup-v1',
		severity: 'error',
		title: `The base URL already ends in ${ending}`,
		why: `Claude Code appends /v1/messages itself, so it asks for ${showValue(fact.variable, request.url ?? 'a doubled path')}. The 404 it gets there is shown as a problem with the model.`,
		evidence: [fact],
		fix: {
			summary: `Cut ${ending} from ANTHROPIC_BASE_URL, unless the endpoint's own page for Claude Code shows it.`,
			edits: cuts ? setVariable('base-url-dup-v1', fact, shorter, facts) : [],
			command: 'wizard --repair',
		},
	};
}
