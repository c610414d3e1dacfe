import {spawnSync} from 'node:child_process';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {Secret} from '../../source/credentials/secret.ts';
import {translators} from '../../source/providers/translators/index.ts';
import {readPythonDotenv} from '../../source/providers/translators/python-dotenv.ts';
import type {Translator, TranslatorSettings, Upstream} from '../../source/providers/translators/translator.ts';
import {needing} from '../helpers/needing.ts';

/** Debian's, whatever stands first on PATH: the packages are Debian's too. */
const python = '/usr/bin/python3';
const runs = (program: string, input = '') =>
	spawnSync(python, ['-I', '-c', program], {input, encoding: 'utf8', env: {}, maxBuffer: 2 ** 28});

/** Each line in is a file's text as JSON, each line out what the parser made of it. */
const ask = (program: string, texts: readonly string[]): readonly Readonly<Record<string, unknown>>[] => {
	const said = runs(program, texts.map(text => `${JSON.stringify(text)}\n`).join(''));
	expect([said.status, said.stderr]).toEqual([0, '']);
	return said.stdout
		.trim()
		.split('\n')
		.map(line => JSON.parse(line));
};

/** As load_dotenv opens it, and without what it fills in from the environment. */
const dotenv = `
import io, json, logging, sys
from dotenv.main import DotEnv
logging.disable()
for line in sys.stdin:
    stream = io.TextIOWrapper(io.BytesIO(json.loads(line).encode()), encoding="utf-8")
    found = DotEnv(None, stream=stream, interpolate=False).dict()
    print(json.dumps({name: value for name, value in found.items() if value is not None}))
`;
const yaml = `
import json, sys, yaml
def plain(value):
    if isinstance(value, dict):
        return {str(name): plain(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    return value if isinstance(value, str) else {"type": type(value).__name__}
for line in sys.stdin:
    try:
        print(json.dumps({"said": plain(yaml.safe_load(json.loads(line)) or {})}))
    except yaml.YAMLError as error:
        print(json.dumps({"error": type(error).__name__}))
`;
const has = (module: string) => runs(`import ${module}`).status === 0;

const upstream: Upstream = {
	name: 'service',
	baseUrl: 'https://api.example/v1',
	key: new Secret('sk-0123456789abcdef0123456789abcdef'),
	model: 'big/model-5',
	small: 'small:model@2',
};
const awkward = [
	...['plain', 'two words', ' lead', 'trail ', "it's", 'say "no"', 'a#b', 'a #b', '#first', '# first', '$HOME', '${HOME}', '${A:-b}', '$'],
	...[
		'back\\slash',
		'\\n',
		'end\\',
		'a=b',
		'=',
		'==',
		'schlüssel',
		'🔑',
		'`x`',
		'a,b',
		'a: b',
		'x:',
		'- a',
		'{a}',
		'[a]',
		'&a',
		'*a',
		'!a',
		'%a',
		'@a',
	],
	...[
		'|',
		'>',
		'?',
		'~',
		'yes',
		'No',
		'null',
		'007',
		'1_000',
		'12:30:45',
		'1e3',
		'0x1f',
		'.inf',
		'2024-01-01',
		'<<',
		'---',
		'tab\tx',
		'nbsp\u00a0x',
	],
	...['nel\u0085x', 'ls\u2028x', '\ufeffx', 'del\u007f', 'two\nlines', 'cr\rx', 'nul\0'],
];
const settingsOf = (translator: Translator, text: string): TranslatorSettings => {
	const read = translator.read(text);
	if (read.state === 'broken') throw new Error(read.why);
	return read.settings;
};

describe('what the three claude-code-proxies read by python-dotenv', () => {
	needing(has('dotenv'), 'python3-dotenv is not installed');
	const proxies = translators.filter(({id}) => id.startsWith('ccp-'));
	const before = [
		'',
		'# proxy\nOPENAI_API_KEY="sk-your-openai-api-key-here" # fill in\nLOG_LEVEL=INFO\n',
		'OPENAI_API_KEY= # your key\r\nBIG_MODEL="x"#tight\r\nKEEP=\'a # b\'\r\n',
		'export OPENAI_API_KEY=old\nOPENAI_API_KEY=newer\nKEEP=x',
		'\ufeffOPENAI_API_KEY=hidden\nKEEP=\\$a${B}\n',
		"KEEP='several\nlines' # yes\nOPENAI_BASE_URL = https://old.example # main\n",
	];

	it.each(proxies.map(proxy => [proxy.id, proxy] as const))(
		'%s: what is written is what is read back, and everything else stays',
		(_, proxy) => {
			const made = before.flatMap(text =>
				awkward.flatMap(value => {
					const wish = {...upstream, key: new Secret(`sk-${value}`), model: value};
					const written = proxy.write(text, wish);
					return written.state === 'written' ? [{text, after: written.text, value}] : [];
				}),
			);
			// What python-dotenv would take as meant and others would not is refused; these two words are not.
			for (const value of ['plain', 'two words', 'a#b', 'a #b', '#first', 'a=b', 'schlüssel', '🔑', ' lead', 'trail '])
				expect(made.filter(one => one.value === value)).toHaveLength(before.length);
			const [then, now] = [
				ask(
					dotenv,
					made.map(({text}) => text),
				),
				ask(
					dotenv,
					made.map(({after}) => after),
				),
			];
			for (const [index, {value}] of made.entries()) {
				const {
					OPENAI_API_KEY: key,
					OPENAI_BASE_URL: base,
					BIG_MODEL: big,
					MIDDLE_MODEL: middle,
					SMALL_MODEL: small,
					PREFERRED_PROVIDER: by,
					...rest
				} = now[index] ?? {};
				expect([key, base, big, small]).toEqual([`sk-${value}`, upstream.baseUrl, value, upstream.small]);
				expect([middle ?? value, by ?? 'openai']).toEqual([value, 'openai']);
				const {OPENAI_API_KEY: _1, OPENAI_BASE_URL: _2, BIG_MODEL: _3, ...stays} = then[index] ?? {};
				expect(rest).toEqual(stays);
			}
		},
	);

	it('refuses a file in which it could not be read back', () => {
		for (const proxy of proxies)
			expect(proxy.write('A="open\n', {...upstream, model: 'two words'})).toEqual({
				state: 'refused',
				why: expect.stringContaining('quotation mark'),
			});
	});

	it('is read the same here, whatever stands in the file', () => {
		const piece = fc.constantFrom(
			...[
				'A',
				'B',
				'=',
				' ',
				'"',
				"'",
				'#',
				'\n',
				'\\',
				'$',
				'${X}',
				'${X:-d}',
				'export ',
				'\r\n',
				'\t',
				'\ufeff',
				'ü',
				'`',
				':',
				'\u0085',
				'\x1c',
			],
			...['\u2028', 'n', 'x', '\r', '=v', ' #c', '\u00a0', '\\"', "\\'", '🔑'],
		);
		const line = fc.tuple(
			fc.constantFrom('A=', 'export A=', 'B =', 'A', '\ufeffA=', ' C= ', "'D'=", ''),
			fc.array(piece, {maxLength: 7}),
			fc.constantFrom('\n', '\r\n', ''),
		);
		const drawn = fc.sample(
			fc.array(line, {maxLength: 4}).map(lines => lines.map(([head, pieces, end]) => head + pieces.join('') + end).join('')),
			4000,
		);
		const values = awkward.flatMap(value => [`A=${value}\n`, `A="${value}"\n`, `A='${value}'\n`, `A= ${value} # said\nB=1\n`]);
		const texts = [...before, ...values, ...drawn];
		for (const [index, theirs] of ask(dotenv, texts).entries()) {
			const text = texts[index] ?? '';
			const ours = Object.fromEntries(readPythonDotenv(text).map(({variable, value}) => [variable, value]));
			const filled = Object.fromEntries(
				Object.entries(theirs).map(([name, value]) => [name, /\$\{[^}:]*(?::-[^}]*)?\}/.test(String(value)) ? null : value]),
			);
			expect([text, ours]).toEqual([text, filled]);
		}
	});
});

describe('what LiteLLM reads by PyYAML', () => {
	needing(has('yaml'), 'python3-yaml is not installed');
	const litellm = translators.find(({id}) => id === 'litellm') as Translator;
	const before = [
		'',
		'# ours\nmodel_list:\n  - model_name: other # main\n    litellm_params: {model: x/y, api_key: sk-other}\ngeneral_settings:\n  master_key: sk-1\n',
		'shared: &it {rpm: 6, api_key: old}\nmodel_list:\n- model_name: plain\n  litellm_params:\n    <<: *it\n    model: "a"\n',
		'litellm_settings: {drop_params: yes}\n',
	];

	it('what is written is what is read back, and everything else stays', () => {
		const made = before.flatMap(text =>
			awkward.flatMap(value => {
				const written = litellm.write(text, {...upstream, key: new Secret(value), model: value, small: null});
				return written.state === 'written' ? [{text, after: written.text, value}] : [];
			}),
		);
		const refused = awkward.filter(value => !made.some(one => one.value === value));
		expect(refused).toEqual(['=', '<<', 'tab\tx', 'nel\u0085x', 'ls\u2028x', 'del\u007f', 'two\nlines', 'cr\rx', 'nul\0']);
		const [then, now] = [
			ask(
				yaml,
				made.map(({text}) => text),
			),
			ask(
				yaml,
				made.map(({after}) => after),
			),
		];
		for (const [index, {value}] of made.entries()) {
			const {model_list: list, ...rest} = (now[index]?.['said'] ?? {}) as Record<string, unknown>;
			const {model_list: _, ...stays} = (then[index]?.['said'] ?? {}) as Record<string, unknown>;
			expect(rest).toEqual(stays);
			const found = (list as {model_name: string; litellm_params: object}[]).find(({model_name: name}) => name === value);
			expect(found?.litellm_params).toMatchObject({model: `openai/${value}`, api_base: upstream.baseUrl, api_key: value});
		}
	});

	it('is read the same here, whatever a value is', () => {
		// A bare = or << is a text to everybody else, and an error there, as some characters are that nobody types.
		const values = [
			...awkward.filter(value => value !== '=' && value !== '<<' && !/[\p{Cc}\p{Zl}]/u.test(value)),
			'"yes"',
			"'007'",
			'"a\\u0041\\n"',
			'a # said',
			'*it',
			'1.50',
			'12e34',
			'908172635481726354908172',
			'0',
			'-1',
		];
		const texts = values.map(
			value =>
				`it: &it sk-anchored\nmodel_list:\n  - model_name: m\n    litellm_params:\n      api_base: https://x.example\n      api_key: ${value}\n`,
		);
		const merged = [
			'd: &d {api_base: https://d.example, api_key: sk-d}\nmodel_list:\n- {model_name: m, litellm_params: {<<: *d, model: x}}\n',
			'd: &d {api_base: https://d.example, api_key: sk-d}\nmodel_list:\n- {model_name: m, litellm_params: *d}\n',
			'model_list:\n- {model_name: m, litellm_params: {api_key: one, api_key: two}}\n',
			'model_list:\n- {model_name: m, litellm_params: {api_key: !ENV KEY}}\n',
			'a: 1\n---\nmodel_list: []\n',
			'model_list: [\n',
		];
		let same = 0;
		for (const [index, {said, error}] of ask(yaml, [...texts, ...merged]).entries()) {
			const text = [...texts, ...merged][index] ?? '';
			const read = litellm.read(text);
			if (error !== undefined) {
				expect([text, read.state]).toEqual([text, 'broken']);
				continue;
			}
			const [entry] = (said as {model_list: {litellm_params: {api_base?: string; api_key?: string | Record<string, unknown>}}[]})
				.model_list;
			const {api_key: key, api_base: base} = entry?.litellm_params ?? {};
			const [ours] = settingsOf(litellm, text).upstreams;
			expect([text, ours?.baseUrl ?? undefined]).toEqual([text, base]);
			const state = ours?.key.state;
			const number = typeof key === 'object' && ['int', 'float'].includes(String(key['type']));
			if (typeof key === 'object') expect([text, state]).toEqual([text, number ? 'text' : 'absent']);
			else if (ours?.key.state === 'text') expect([text, ours.key.secret.reveal()]).toEqual([text, key?.trim()]);
			else expect([text, state]).toEqual([text, key === '' ? 'empty' : /^#/.test(key ?? '') ? 'placeholder' : 'text']);
			same += 1;
		}
		expect(same).toBeGreaterThan(50);
	});
});
