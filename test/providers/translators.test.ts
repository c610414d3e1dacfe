import {describe, expect, it} from 'vitest';
import {Secret} from '../../source/credentials/secret.ts';
import {translatorNamed, translators} from '../../source/providers/translators/index.ts';
import type {Translator, TranslatorSettings, Upstream} from '../../source/providers/translators/translator.ts';

const key = 'sk-or-v1-0123456789abcdef0123456789abcdef';
const upstream: Upstream = {
	name: 'openrouter',
	baseUrl: 'https://openrouter.ai/api/v1',
	key: new Secret(key),
	model: 'openai/gpt-5',
	small: 'openai/gpt-5-mini',
};

function settingsOf(translator: Translator, text: string): TranslatorSettings {
	const read = translator.read(text);
	if (read.state === 'broken') throw new Error(read.why);
	return read.settings;
}

function written(translator: Translator, before: string | null, wish = upstream): string {
	const made = translator.write(before, wish);
	if (made.state === 'refused') throw new Error(made.why);
	return made.text;
}

const named = (id: string) => translatorNamed(id) as Translator;

/** As people have them: with comments, settings of their own, an old or a sample key, another line end. */
const samples: Readonly<Record<Translator['id'], string>> = {
	'claude-code-router':
		'{\n\t// mine\n\t"LOG": true,\n\t"APIKEY": "gate-0123456789",\n\t"Providers": [\n\t\t{"name": "openrouter", "api_base_url": "https://old.example/chat/completions", "api_key": "sk-xxx", "models": ["a"], "transformer": {"use": ["openrouter"]}}\n\t],\n\t"Router": {"default": "openrouter,a", "think": "openrouter,a"}\n}\n',
	litellm:
		'# ours\nmodel_list:\n  - model_name: openai/gpt-5 # main\n    litellm_params:\n      model: openai/old\n      api_key: os.environ/OPENROUTER_API_KEY\n      rpm: 6\n  - model_name: other\n    litellm_params: {model: x/y, api_key: sk-other-0123456789}\ngeneral_settings:\n  master_key: sk-1234567890abcdef\n',
	'ccp-fuergaosi233':
		'# proxy\r\nOPENAI_API_KEY="sk-your-openai-api-key-here" # fill in\r\nANTHROPIC_API_KEY=gate-0123456789\r\nPORT=8082\r\nLOG_LEVEL=INFO\r\n',
	'ccp-1rgs': 'OPENAI_API_KEY=old-0123456789\nexport OPENAI_API_KEY=\nGEMINI_API_KEY=keep\nPREFERRED_PROVIDER=google',
	'ccp-aaaronmiller': 'OPENAI_API_KEY=pass\nPROXY_AUTH_KEY=gate-0123456789\nBIG_MODEL=old\n',
};

describe.each(translators.map(translator => [translator.id, translator] as const))('%s', (id, translator) => {
	it.each([
		['new', null],
		['of the user', samples[id]],
	])('writes settings (%s) that say what was wished, and the second time changes nothing', (_, before) => {
		const text = written(translator, before);
		const settings = settingsOf(translator, text);
		const at = settings.upstreams.find(({key: found}) => found.state === 'text' && found.secret.reveal() === key);
		expect(at?.baseUrl).toBe(upstream.baseUrl);
		expect(at?.models).toContain(upstream.model);
		expect(settings.model).toBe(upstream.model);
		expect(settings.slips).toEqual([]);
		expect(written(translator, text)).toBe(text);
	});

	it('keeps every line that is about something else', () => {
		const before = samples[id];
		const after = written(translator, before);
		const stays = [
			'// mine',
			'"LOG": true',
			'"APIKEY"',
			'"transformer"',
			'"think"',
			'# ours',
			'# main',
			'rpm: 6',
			'sk-other',
			'master_key',
			'# proxy\r\n',
			'# fill in\r\n',
			'LOG_LEVEL=INFO\r\n',
			'GEMINI_API_KEY=keep',
			'PROXY_AUTH_KEY=gate',
		];
		for (const part of stays.filter(one => before.includes(one))) expect(after).toContain(part);
		expect(after.split('\r\n').length > 1).toBe(before.includes('\r\n'));
	});

	it('tells what clients have to present, and where it stands', () => {
		const {gate} = settingsOf(translator, samples[id]);
		expect(gate?.line ?? null).toBe(
			{'claude-code-router': 4, litellm: 11, 'ccp-fuergaosi233': 3, 'ccp-1rgs': null, 'ccp-aaaronmiller': 2}[id],
		);
	});

	it('is known to the catalogue by the same name and port', async () => {
		const {providerNamed} = await import('../../source/providers/index.ts');
		const provider = providerNamed(id);
		expect(provider?.baseUrls[0]?.url ?? `:${translator.port}`).toContain(`:${translator.port}`);
	});
});

describe('the key of the service', () => {
	it.each([
		['ccp-aaaronmiller', 'OPENAI_API_KEY=\n', 'empty'],
		['ccp-aaaronmiller', 'PORT=1\n', 'absent'],
		['ccp-aaaronmiller', 'OPENAI_API_KEY=pass\n', 'placeholder'],
		['ccp-aaaronmiller', 'OPENAI_API_KEY="sk-your-openai-api-key-here"\n', 'placeholder'],
		['ccp-1rgs', samples['ccp-1rgs'], 'empty'],
		['ccp-fuergaosi233', 'OPENAI_API_KEY=${OTHER}\n', 'variable'],
		['claude-code-router', '{"Providers": [{"name": "a", "api_key": "$OPENAI_API_KEY"}]}', 'variable'],
		['claude-code-router', '{"Providers": [{"name": "a", "api_key": "sk-xxx"}]}', 'placeholder'],
		['litellm', 'model_list:\n  - model_name: a\n    litellm_params: {api_key: os.environ/KEY}\n', 'variable'],
	])('of %s in %j is %s', (id, text, state) => {
		expect(settingsOf(named(id), text).upstreams[0]?.key.state).toBe(state);
	});
});

describe('slips', () => {
	it.each([
		[
			'claude-code-router',
			'{"Providers": [{"name": "a", "api_base_url": "https://x.example/v1", "models": []}],\n"Router": {"default": "a,b"}}',
			[1, 2],
		],
		['claude-code-router', '{"Providers": [], "Router": {"default": "a,b"}}', [1]],
		['claude-code-router', '{"Providers": []}', [null]],
		['litellm', 'model_list: []\ngeneral_settings:\n  master_key: abc\n', [1, 3]],
		['ccp-1rgs', 'OPENAI_BASE_URL=https://x.example/v1/chat/completions\n', [1]],
		['ccp-1rgs', '\nOPENAI_BASE_URL=api.example\n', [2]],
	])('of %s are told with their lines', (id, text, lines) => {
		expect(settingsOf(named(id), text).slips.map(({line}) => line)).toEqual(lines);
	});

	it.each([
		['claude-code-router', '{"Providers": [', 1],
		['claude-code-router', '[]', 1],
		['litellm', 'a: [1\nb: 2\n', 2],
	])('a file of %s that cannot be read is never written over', (id, text, line) => {
		expect(named(id).read(text)).toMatchObject({state: 'broken', line});
		expect(named(id).write(text, upstream).state).toBe('refused');
	});
});
