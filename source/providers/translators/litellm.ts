import {
	type Document,
	isAlias,
	isMap,
	isScalar,
	isSeq,
	LineCounter,
	parseDocument,
	stringify,
	type Tags,
	type YAMLMap,
	type YAMLSeq,
} from 'yaml';
import {Secret} from '../../credentials/secret.ts';
import {keyFound} from './key-found.ts';
import type {KeyFound, Slip, Translator, TranslatorReading, TranslatorWriting, Upstream} from './translator.ts';

/** LiteLLM's proxy: a config.yaml that it is started with. A model's name there must be the very one that claude asks for. */
export const litellm: Translator = {
	id: 'litellm',
	title: "LiteLLM's proxy",
	program: 'litellm',
	port: 4000,
	files: [
		{below: 'folder', path: 'config.yaml'},
		{below: 'home', path: '.config/litellm/config.yaml'},
	],
	auth: 'bearer',
	asksFor: 'the-model',
	outranked: ['LITELLM_MASTER_KEY'],
	install: "pip install 'litellm[proxy]'",
	tried: {state: 'not-run', read: 'BerriAI/litellm and its manual'},
	read,
	write,
	start: file => ({program: 'litellm', args: ['--config', file, '--host', '127.0.0.1', '--port', '4000']}),
	stop: null,
};

/**
 * LiteLLM reads it by PyYAML's safe_load, which is YAML 1.1: a bare `yes` is no text there, a name that stands twice counts the second
 * time, `<<` takes over from an anchor, and one tag that it does not know is the end.
 */
function read(text: string): TranslatorReading {
	const lines = new LineCounter();
	const document = parseDocument(text, {...asPython, lineCounter: lines, uniqueKeys: false});
	const [wrong] = [...document.errors, ...document.warnings];
	if (wrong !== undefined)
		return {state: 'broken', line: lines.linePos(wrong.pos[0]).line, why: 'it is no YAML, and LiteLLM does not start with it'};
	const lineOf = (path: readonly (string | number)[]): number | null => {
		const node = document.getIn(path, true);
		const range = isMap(node) || isScalar(node) || isSeq(node) ? node.range : null;
		return range ? lines.linePos(range[0]).line : null;
	};
	const content = contentOf(document);
	if (content === undefined) return {state: 'broken', line: null, why: 'an alias in it leads nowhere, and LiteLLM does not start with it'};
	const whole = record(content);
	const list = Array.isArray(whole['model_list']) ? whole['model_list'] : [];
	const upstreams = list.map((entry, index) => {
		const {model_name: name, litellm_params: params} = record(entry);
		const {api_base: base, api_key: key} = record(params);
		const at = ['model_list', index];
		return {
			name: textOf(name) ?? `model ${index + 1}`,
			baseUrl: textOf(base),
			key: keyOf(textOf(key), lineOf([...at, 'litellm_params', 'api_key'])),
			models: [textOf(name)].filter(one => one !== null),
			line: lineOf(at),
		};
	});
	const master = textOf(record(whole['general_settings'])['master_key']);
	const reference = environmentName(master);
	const line = lineOf(['general_settings', 'master_key']);
	const gate = master === null ? null : {variable: reference ?? 'master_key', secret: reference === null ? new Secret(master) : null, line};
	const slips = slipsOf(master, list.length, lineOf);
	return {state: 'read', settings: {host: null, port: null, upstreams, model: upstreams[0]?.name ?? null, small: null, gate, slips}};
}

/** 12e34 is a text there, as a key may well be; and a row of digits stays what it is, however long. */
const asPython = {
	version: '1.1',
	intAsBigInt: true,
	logLevel: 'error',
	customTags: (tags: Tags) => tags.filter(tag => typeof tag !== 'object' || !('format' in tag) || tag.format !== 'EXP'),
} as const;

/** Undefined where an alias has no anchor. A few of them are a convenience; thousands, each of thousands, are an attack. */
function contentOf(document: Document): unknown {
	try {
		return document.toJS({maxAliasCount: 100});
	} catch {
		return undefined;
	}
}

function record(value: unknown): Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function textOf(value: unknown): string | null {
	return typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint' ? String(value) : null;
}

function slipsOf(master: string | null, count: number, lineOf: (path: readonly string[]) => number | null): readonly Slip[] {
	const slips: Slip[] = [];
	if (count === 0) slips.push({line: lineOf(['model_list']), message: 'model_list is empty: no model would be found'});
	if (master !== null && environmentName(master) === null && !master.startsWith('sk-'))
		slips.push({line: lineOf(['general_settings', 'master_key']), message: 'master_key has to begin with sk-'});
	return slips;
}

/** `os.environ/NAME` is taken from the environment of its start. */
function environmentName(text: string | null): string | null {
	return /^os\.environ\/(\w+)$/.exec(text ?? '')?.[1] ?? null;
}

function keyOf(text: string | null, line: number | null): KeyFound {
	const name = environmentName(text);
	return name === null ? keyFound(text, line) : {state: 'variable', name, line};
}

function write(before: string | null, upstream: Upstream): TranslatorWriting {
	const entries = entriesFor(upstream);
	if (entries.some(({model_name: name, litellm_params: params}) => [name, ...Object.values(params)].some(isReadOtherwise)))
		return {state: 'refused', why: 'a key, an address or a model has characters that readers of YAML take in different ways'};
	if (before === null || before.trim() === '')
		return {state: 'written', text: stringify({model_list: entries}, {version: '1.1', lineWidth: 0})};
	const document = parseDocument(before, {version: '1.1', keepSourceTokens: true, logLevel: 'error'});
	if (document.errors.length > 0 || !isMap(document.contents))
		return {state: 'refused', why: 'it is no YAML with names and values; mend it first'};
	const list = document.get('model_list');
	if (!isSeq(list)) document.set('model_list', document.createNode(entries));
	else
		for (const entry of entries)
			if (!put(document, list as YAMLSeq, entry))
				return {state: 'refused', why: `what it says of ${entry.model_name} comes from an anchor; write it out there first`};
	return {state: 'written', text: document.toString({lineWidth: 0})};
}

/** PyYAML ends a line at more characters than others do, refuses some, and gives `=` and `<<` a meaning of their own. */
function isReadOtherwise(text: string): boolean {
	return /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]|^(?:=|<<)$/u.test(text);
}

type Entry = {readonly model_name: string; readonly litellm_params: Readonly<Record<'model' | 'api_base' | 'api_key', string>>};

function entriesFor({baseUrl, key, model, small}: Upstream): readonly Entry[] {
	return [...new Set([model, small ?? model])].map(name => ({
		model_name: name,
		litellm_params: {model: `openai/${name}`, api_base: baseUrl.replace(/\/+$/, ''), api_key: key.reveal()},
	}));
}

/** Of the same name the first is changed; what else stands there (limits, costs) stays. False where it is shared with others. */
function put(document: Document, list: YAMLSeq, entry: Entry): boolean {
	const found = list.items.find((item): item is YAMLMap => isMap(item) && item.get('model_name') === entry.model_name);
	const params: unknown = found?.get('litellm_params', true);
	if (isAlias(params)) return false;
	if (found === undefined) list.add(document.createNode(entry));
	else if (!isMap(params)) found.set('litellm_params', document.createNode(entry.litellm_params));
	else for (const [name, value] of Object.entries(entry.litellm_params)) params.set(name, value);
	return true;
}
