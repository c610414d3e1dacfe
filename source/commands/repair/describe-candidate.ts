import {showValue} from '../../places/show.ts';
import type {Situation} from '../../problems/problem.ts';
import {hostOf} from '../onboard/answers.ts';
import {where} from '../where.ts';
import type {Candidate} from './candidate.ts';

/** A credential that may be meant, as one chooses it: what it is, where it stands, and the command that says it without questions. */
export function describe(
	candidate: Candidate,
	{facts}: Situation,
	home: string,
): {readonly label: string; readonly hint: string; readonly command: string} {
	const {held, baseUrl} = candidate;
	const to = baseUrl === null ? 'Anthropic' : showValue('ANTHROPIC_BASE_URL', hostOf(baseUrl));
	const places = [...new Set(held.facts.map(fact => `${fact.variable} in ${where(fact, home, facts)}`))];
	return {label: `${name(candidate)}, for ${to}`, hint: places.slice(0, 3).join(', '), command: commandFor(candidate)};
}

function name({held}: Candidate): string {
	switch (held.what) {
		case 'login':
			return 'the saved login';
		case 'helper':
			return 'what the apiKeyHelper prints';
		case 'key':
			return held.found === null ? `the key ${held.secret}` : `${held.found.shape.meaning} (${held.secret})`;
	}
}

function commandFor({credential, baseUrl, held}: Candidate): string {
	const words = ['wizard --repair', `--credential ${credential}`];
	if (baseUrl !== null) words.push(`--base-url ${showValue('ANTHROPIC_BASE_URL', baseUrl)}`);
	return [...words, ...(held.what === 'key' ? ['--secret-stdin'] : [])].join(' ');
}
