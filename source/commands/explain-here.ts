import type {Local} from '../claude/failures/sign.ts';
import type {Context} from '../claude/failures/signs.ts';
import type {Machine} from '../machine/machine.ts';
import type {Fact} from '../places/fact.ts';
import type {Situation} from '../problems/problem.ts';
import {examine} from './examine.ts';

/** What this machine's facts say for telling causes apart (`--here`): signs and an address, never a value. */
export async function explainHere(machine: Machine): Promise<Context> {
	const situation = await examine(machine);
	const {request} = situation.headless;
	const here = localSigns(situation, machine);
	return {
		here,
		...(request.sends ? {baseUrl: new URL(request.url).origin + new URL(request.url).pathname.replace(/\/v1\/messages$/, '')} : {}),
		...(here.includes('login') ? {credential: 'subscription'} : {}),
	};
}

function localSigns(situation: Situation, machine: Machine): readonly Local[] {
	const {facts, headless, interactive} = situation;
	const winning = headless.judged.filter(judged => judged.wins);
	const wins = (variable: string) => winning.some(({fact}) => fact.variable === variable && fact.state === 'text');
	const empty = (variable: string) => winning.some(({fact}) => fact.variable === variable && fact.state === 'empty');
	const key = wins('ANTHROPIC_API_KEY');
	const token = wins('ANTHROPIC_AUTH_TOKEN');
	const signs: readonly (readonly [Local, boolean])[] = [
		['key-set', key],
		['token-set', token],
		['both-set', key && token],
		['key-empty', empty('ANTHROPIC_API_KEY')],
		['token-empty', empty('ANTHROPIC_AUTH_TOKEN')],
		['helper', facts.some(fact => fact.kind === 'setting' && fact.variable === 'apiKeyHelper' && fact.state === 'text')],
		['login', facts.some(isLogin)],
		['login-expired', facts.some(fact => isLogin(fact) && fact.expiresAt !== null && fact.expiresAt < machine.clock.now())],
		['base-url', wins('ANTHROPIC_BASE_URL')],
		['proxy', Object.keys(machine.environment.variables).some(name => /^(?:https?|all)_proxy$/i.test(name))],
		['nothing', !headless.request.sends && headless.request.because === 'no-credential'],
		['settings-broken', facts.some(fact => fact.kind === 'file' && fact.troubles.some(trouble => trouble.kind === 'syntax'))],
		['key-declined', !interactive.request.sends && interactive.request.because === 'key-declined'],
		['cloud', headless.request.sends && headless.request.provider !== 'anthropic'],
	];
	return signs.flatMap(([sign, holds]) => (holds ? [sign] : []));
}

function isLogin(fact: Fact): fact is Extract<Fact, {kind: 'login'}> {
	return fact.kind === 'login' && fact.state === 'text';
}
