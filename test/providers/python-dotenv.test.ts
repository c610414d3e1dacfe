import {describe, expect, it} from 'vitest';
import {Secret} from '../../source/credentials/secret.ts';
import {writeEnvSettings} from '../../source/providers/translators/env-settings.ts';
import {translatorNamed} from '../../source/providers/translators/index.ts';
import {readPythonDotenv} from '../../source/providers/translators/python-dotenv.ts';

const read = (text: string) => Object.fromEntries(readPythonDotenv(text).map(({variable, value}) => [variable, value]));

/** Each was asked of python-dotenv itself; test/real/translator-files.test.ts asks it again where it is installed, and thousands more. */
describe('a .env as python-dotenv reads it', () => {
	it.each<[string, Record<string, string | null>]>([
		['A=1\nexport B = "x y" # c\r\nC=\'a # b\'', {A: '1', B: 'x y', C: 'a # b'}],
		['A=x # c\nB=x#c\nC= # c\nD=#c', {A: 'x', B: 'x#c', C: '# c', D: '#c'}],
		['E=${a:b}\nF=${a:-b}\nA=$X\nB=${X}\nC=\'${X}\'\nD="\\$X"', {E: '${a:b}', F: null, A: '$X', B: null, C: null, D: '\\$X'}],
		['A="a\\nb"\nB=\'a\\nb\'\nC=a\\nb', {A: 'a\nb', B: 'a\\nb', C: 'a\\nb'}],
		['A="several\r\nlines"\nB=`x`', {A: 'several\nlines', B: '`x`'}],
		['\uFEFFA=1\nB=2', {'\uFEFFA': '1', B: '2'}],
		['A="x" y\nB=1', {B: '1'}],
		['A="open\nB=1', {B: '1'}],
		['A: 1\nB=2', {B: '2'}],
		['A=1\nA\nB=2', {B: '2'}],
		['A=1\nA=', {A: ''}],
		["'A B'=1\n=2\n#C=3", {'A B': '1'}],
		['', {}],
	])('%j', (text, values) => {
		expect(read(text)).toEqual(values);
	});

	it('tells where each entry stands, without its comment', () => {
		const text = 'A=1\n\n  export B="x\ny" # c\n C= # your key\n';
		expect(readPythonDotenv(text).map(({variable, line, column, start, end}) => [variable, line, column, text.slice(start, end)])).toEqual([
			['A', 1, 1, 'A=1'],
			['B', 3, 3, 'export B="x\ny"'],
			['C', 5, 2, 'C= '],
		]);
	});

	it('takes no longer for a long row of blanks or quotes', () => {
		const row = (part: string) => `A=x${part.repeat(200_000)}y\n`;
		for (const part of [' ', ' "', "'", '# ', '\\', '${']) expect(readPythonDotenv(row(part)).length).toBeLessThanOrEqual(1);
	});
});

describe('a .env that is written', () => {
	const write = (before: string, value = 'new') => {
		const made = writeEnvSettings(before, [['KEY', value]]);
		return made.state === 'written' ? made.text : made.why;
	};

	it.each([
		['KEY= # your key\n', 'KEY=new # your key\n'],
		['KEY="x"#tight\n', 'KEY=new #tight\n'],
		['  export KEY = old # c\r\n', '  export KEY=new # c\r\n'],
		['KEY=#old\n', 'KEY=new\n'],
		['\uFEFFKEY=old\n', '\uFEFFKEY=old\nKEY=new\n'],
		['KEY=new\nKEY\n', 'KEY=new\nKEY\nKEY=new\n'],
	])('%j becomes %j', (before, after) => {
		expect(write(before)).toBe(after);
		expect(read(after)['KEY']).toBe('new');
	});

	it('is refused where an open quotation mark would swallow it', () => {
		expect(write('A="open\n', 'two words')).toMatch(/quotation mark/);
		expect(write('A="open\n', 'one')).toBe('A="open\nKEY=one\n');
	});

	it('with a byte order mark hides its first name, which is told', () => {
		const proxy = translatorNamed('ccp-1rgs');
		const said = proxy?.read('\uFEFFOPENAI_API_KEY=sk-0123456789abcdef\n');
		expect(said?.state === 'read' && said.settings.slips).toEqual([{line: 1, message: expect.stringContaining('before OPENAI_API_KEY')}]);
		expect(said?.state === 'read' && said.settings.upstreams[0]?.key.state).toBe('absent');
	});
});

describe('a config.yaml as LiteLLM reads it', () => {
	const litellm = translatorNamed('litellm');
	const first = (text: string) => {
		const said = litellm?.read(text);
		return said?.state === 'read' ? said.settings.upstreams[0] : said?.why;
	};

	it('takes over what an anchor holds, and of two the last', () => {
		const one = first(
			'd: &d {api_base: https://d.example, api_key: sk-dddddddddddd}\nmodel_list:\n- {model_name: m, litellm_params: {<<: *d, model: x}}\n',
		);
		expect(one).toMatchObject({name: 'm', baseUrl: 'https://d.example', key: {state: 'text', line: null}});
		expect(first('model_list:\n- litellm_params: {api_base: https://a.example, api_base: https://b.example}\n')).toMatchObject({
			baseUrl: 'https://b.example',
		});
	});

	it('keeps a key that looks like a number, and takes no yes for one', () => {
		const key = (text: string) => {
			const one = first(`model_list:\n- litellm_params: {api_key: ${text}}\n`);
			return typeof one === 'object' && one.key.state === 'text' ? one.key.secret.reveal() : one;
		};
		expect([key('12e34'), key('908172635481726354908172')]).toEqual(['12e34', '908172635481726354908172']);
		expect(key('yes')).toMatchObject({key: {state: 'absent'}});
	});

	it.each(['a: *nowhere\n', 'a: !ENV x\n', 'a: 1\n---\nb: 1\n'])('does not start with %j', text => {
		expect(first(text)).toMatch(/LiteLLM does not start with it/);
	});

	it('is written so that no word becomes something else, or not at all', () => {
		const write = (model: string, before: string | null = null) =>
			litellm?.write(before, {name: 's', baseUrl: 'https://x.example/v1', key: new Secret('sk-0123'), model, small: null});
		for (const word of ['yes', 'on', '007', '12:30', '2024-01-01', '~'])
			expect(write(word)).toMatchObject({text: expect.stringContaining(`model_name: "${word}"`)});
		expect(write('<<')).toMatchObject({state: 'refused'});
		expect(write('m', 'd: &d {rpm: 1}\nmodel_list:\n- {model_name: m, litellm_params: *d}\n')).toMatchObject({
			state: 'refused',
			why: expect.stringContaining('anchor'),
		});
	});
});
