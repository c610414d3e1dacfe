import type {Fact} from '../places/fact.ts';
import type {Edit} from '../plan/edit.ts';
import {textOf} from './credential-source.ts';
import {moveTo} from './move-to.ts';
import type {Situation} from './problem.ts';

/** Keys whose shape names one service, with the one address it documents for Claude Code. */
const addresses: Readonly<Record<string, string>> = {
	openrouter: 'https://openrouter.ai/api',
	'vercel-gateway': 'https://ai-gateway.vercel.sh',
	'kimi-code': 'https://api.kimi.com/coding/',
};

/** Keeps the key as a token and sends it where it was issued: the only place that knows it. */
export function giveItsAddress(fact: Fact, shape: string, situation: Situation): readonly Edit[] {
	const address = addresses[shape];
	const text = textOf(fact)?.trim() ?? '';
	if (address === undefined || situation.facts.some(isAddress)) return [];
	const moved = moveTo('wrong-product-key', fact, 'ANTHROPIC_AUTH_TOKEN', text, situation);
	const home = moved.find(({kind}) => kind === 'set-setting');
	if (home?.kind !== 'set-setting') return [];
	const {file} = home;
	const answers = {to: 'finding', id: 'wrong-product-key'} as const;
	return [
		...moved,
		{kind: 'set-setting', file, path: ['env', 'ANTHROPIC_BASE_URL'], value: address, summary: `Send it to ${address}`, answers},
	];
}

/** Somebody has chosen an address already, also where it does not count yet. */
function isAddress(fact: Fact): boolean {
	return fact.kind === 'variable' && fact.variable === 'ANTHROPIC_BASE_URL' && fact.state === 'text' && fact.place !== 'env-file';
}
