import {describe, expect, it} from 'vitest';
import {judgeServiceKey} from '../../../source/commands/onboard/chain/service-key.ts';
import {reasonToStart} from '../../../source/commands/onboard/chain/start-translator.ts';
import {translatorChoices} from '../../../source/commands/onboard/chain/translator-choices.ts';
import type {FoundTranslator, Running} from '../../../source/commands/translator/look-translators.ts';
import {providerNamed} from '../../../source/providers/index.ts';
import {translators} from '../../../source/providers/translators/index.ts';
import type {TranslatorId} from '../../../source/providers/translators/translator.ts';

const no: Running = {state: 'no'};
const yes: Running = {state: 'yes', pid: 7, environment: {}, stale: false};
const settings =
	'{"Providers": [{"name": "groq", "api_base_url": "https://api.groq.com/openai/v1/chat/completions", "api_key": "$GROQ_API_KEY", "models": ["m"]}], "Router": {"default": "groq,m"}}';

function found(id: TranslatorId, running: Running, text: string | null = null): FoundTranslator {
	const translator = translators.find(one => one.id === id);
	if (translator === undefined) throw new Error(id);
	const program = text === null ? null : '/usr/bin/ccr';
	return {
		translator,
		program,
		file: text === null ? null : '/h/x',
		reading: text === null ? null : translator.read(text),
		openToOthers: false,
		running,
	};
}

describe('what may stand between claude and a service', () => {
	const groq = {service: providerNamed('groq'), serviceUrl: 'https://api.groq.com/openai/v1'};
	const any = {service: null, serviceUrl: null};
	const started = (all: readonly FoundTranslator[], answers: typeof groq | typeof any) => {
		const {choices, start} = translatorChoices(all, answers, '/h');
		return [choices[start]?.value.kind, choices.map(({value}) => value.kind)];
	};

	it('is what is here, and the one that asks the service already stands first', () => {
		const ccr = found('claude-code-router', yes, settings);
		expect(started([ccr], groq)).toEqual(['use', ['use', 'set-up', 'folder', 'address']]);
		expect(started([ccr], {service: providerNamed('openai'), serviceUrl: 'https://api.openai.com/v1'})[0]).toBe('set-up');
		expect(started([ccr], any)[0]).toBe('use');
	});
	it('is installed, or named by its address, where nothing is here', () => {
		const nothing = [found('claude-code-router', no), found('ccp-1rgs', no)];
		expect(started(nothing, groq)).toEqual(['install', ['install', 'folder', 'address']]);
		expect(started(nothing, any)[0]).toBe('address');
	});
	it('is not guessed from a port that three share', () => {
		const [, kinds] = started([found('ccp-1rgs', yes), found('ccp-aaaronmiller', yes)], any);
		expect(kinds).toEqual(['answering', 'install', 'folder', 'address']);
	});
});

describe('a start', () => {
	it.each([
		['that is needed', found('claude-code-router', no, settings), false, {}, 'It is not running.'],
		['after its settings were written', found('claude-code-router', yes, settings), true, {}, /changed just now/],
		[
			'without the variable that holds its key',
			found('claude-code-router', yes, settings),
			false,
			{GROQ_API_KEY: 'new'},
			/without GROQ_API_KEY/,
		],
	])('%s', (_, now, written, shell, why) => {
		expect(reasonToStart(now, written, shell)).toMatch(why);
	});
	it('is not asked for where nothing would be other', () => {
		const running = {...yes, environment: {GROQ_API_KEY: 'same'}};
		expect(reasonToStart(found('claude-code-router', running, settings), false, {GROQ_API_KEY: 'same'})).toBeNull();
	});
});

describe("a service's key", () => {
	const groq = providerNamed('groq');
	it.each([
		['of that service', `gsk_${'a1B2'.repeat(13)}`, 'https://api.groq.com/openai/v1', groq, 'good'],
		['of another shape', 'k-0123456789abcdef0123', 'https://api.groq.com/openai/v1', groq, 'doubt'],
		["of Anthropic's", `sk-ant-api03-${'Qz7'.repeat(31)}AA`, 'https://llm.example/v1', null, 'wrong'],
		['sent in the open', 'k-0123456789abcdef0123', 'http://llm.example/v1', null, 'wrong'],
		['that is none, on this computer', '', 'http://127.0.0.1:1234/v1', null, 'good'],
		['that is none, elsewhere', '', 'https://llm.example/v1', null, 'wrong'],
	] as const)('%s', (_, text, url, service, state) => {
		expect(judgeServiceKey(text, url, service).state).toBe(state);
	});
});
