import {remarkOn} from '../credentials/address.ts';
import type {Fact} from '../places/fact.ts';
import {textOf} from './credential-source.ts';
import type {Finding} from './finding.ts';
import {inForce} from './in-force.ts';
import type {Problem, Situation} from './problem.ts';
import {setVariable} from './set-variable.ts';

/** The base URL is no address that this version of claude can call: "Invalid URL" or a connection error, and no request at all. */
export const baseUrlInvalid: Problem = {
	id: 'base-url-invalid',
	diagnose(situation) {
		const {request} = situation.headless;
		const fails = request.sends ? request.reason.endsWith('("Connection error")') : request.because === 'bad-address';
		for (const name of variables) {
			const fact = inForce(situation.headless, name);
			const text = fact === null ? '' : (textOf(fact)?.trim() ?? '');
			// `https://https://host` can be read as an address: of a host named "https" (measured on 2.1.329: ENOTFOUND).
			const slip = text === '' ? null : fails ? slipIn(text) : begunTwice(text);
			if (fact !== null && slip !== null) return [say(fact, slip, situation)];
		}
		return [];
	},
};

const variables = ['ANTHROPIC_BASE_URL', 'ANTHROPIC_FOUNDRY_BASE_URL', 'ANTHROPIC_BEDROCK_BASE_URL', 'ANTHROPIC_VERTEX_BASE_URL'];

/** `better` only where there is one way to read what was meant. */
type Slip = {readonly why: string; readonly better: string | null};

const plain: Slip = {why: 'It needs http:// or https:// in front, and a host', better: null};

function begunTwice(text: string): Slip | null {
	const first = /^https?:\/\/(?=https?:\/\/)/i.exec(text)?.[0];
	return first === undefined ? null : {why: 'It begins twice', better: text.slice(first.length)};
}

function slipIn(text: string): Slip | null {
	const bare = text.replace(/^["'`\u2018\u2019\u201C\u201D]+|["'`\u2018\u2019\u201C\u201D]+$/g, '');
	if (bare !== text) return {why: 'The quotes are part of its value', better: isAddress(bare) ? bare : null};
	const twice = begunTwice(text);
	if (twice !== null) return twice;
	const remark = remarkOn(text);
	switch (remark?.kind) {
		case 'no-scheme':
			// Behind a private name or number both are common.
			return {why: plain.why, better: /^https:\/\/(?:[\d.:[\]]+|[^/.]+)(?:[:/]|$)/.test(remark.better) ? null : remark.better};
		case 'space':
			return {why: 'There is a space in it', better: null};
		case 'key':
			return {why: 'It holds what looks like a key', better: null};
		case 'user-info':
			return {why: 'It has a user name in it, which this version of claude cannot call', better: null};
		case 'not-an-address':
			return plain;
		default:
			return URL.canParse(text) ? null : plain;
	}
}

function isAddress(text: string): boolean {
	return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

function say(fact: Fact, {why, better}: Slip, {facts}: Situation): Finding {
	return {
		id: 'base-url-invalid',
		severity: 'error',
		title: `${fact.variable} is not an address that claude can call`,
		why: `${why}. claude answers "Invalid URL" or "Connection error" and sends nothing.`,
		evidence: [fact],
		fix: {
			summary: better === null ? 'Write the whole address, as in https://host.example/path.' : `Set it to ${better}.`,
			edits: better === null ? [] : setVariable('base-url-invalid', fact, better, facts),
			command: 'wizard --repair',
		},
	};
}
