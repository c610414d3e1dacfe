import {showValue} from '../../places/show.ts';
import {hostOf} from '../onboard/answers.ts';
import {where} from '../where.ts';
import type {Candidate} from './candidate.ts';
import type {Held, HeldKey} from './held.ts';

/** A credential that may be meant, as one chooses it: what it is, where it stands, and the command that says it without questions. */
export function describeCandidate(
	candidate: Candidate,
	home: string,
): {readonly label: string; readonly hint: string; readonly command: string} {
	const {held, baseUrl} = candidate;
	const to = baseUrl === null ? 'Anthropic' : showValue('ANTHROPIC_BASE_URL', hostOf(baseUrl));
	const places = [...new Set(held.facts.map(fact => where(fact, home)))].slice(0, 3).join(', ');
	const variables = [...new Set(held.facts.map(({variable}) => variable))].join(' and ');
	return {...named(held, variables), hint: `${kindOf(held)} for ${to}: ${places}`, command: commandFor(candidate)};
}

function named(held: Held, variables: string): {readonly label: string} {
	switch (held.what) {
		case 'login':
			return {label: 'The saved login'};
		case 'helper':
			return {label: 'What the apiKeyHelper prints'};
		case 'key':
			return {label: `${held.secret} in ${variables}`};
	}
}

function kindOf(held: Held): string {
	if (held.what === 'login') return 'a subscription';
	return held.what === 'helper' ? 'a key' : (held.found?.shape.meaning ?? 'a key');
}

function commandFor({credential, baseUrl, held, auth}: Candidate): string {
	const words = ['wizard --repair', `--credential ${credential}`];
	if (baseUrl !== null) words.push(`--base-url ${showValue('ANTHROPIC_BASE_URL', baseUrl)}`);
	if (baseUrl !== null && auth !== 'bearer') words.push(`--auth ${auth}`);
	return [...words, ...(held.what === 'key' ? [secretBy(held)] : [])].join(' ');
}

/** From the variable of this shell that holds it, where one does. */
function secretBy({facts, mended}: HeldKey): string {
	const here = mended ? undefined : facts.find(({place}) => place === 'shell');
	return here === undefined ? '--secret-stdin' : `--secret-env ${here.variable}`;
}
