import {type Document, isMap, isScalar, isSeq, LineCounter, parseDocument, stringify, type YAMLMap, type YAMLSeq} from 'yaml';
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
	read,
	write,
	start: file => ({program: 'litellm', args: ['--config', file, '--host', '127.0.0.1', '--port', '4000']}),
	stop: null,
};

function read(text: string): TranslatorReading {
	const lines = new LineCounter();
	const document = parseDocument(text, {lineCounter: lines});
	const [error] = document.errors;
	if (error !== undefined)
		return {state: 'broken', line: lines.linePos(error.pos[0]).line, why: 'it is no YAML, and LiteLLM does not start with it'};
	const lineOf = (path: readonly (string | number)[]): number | null => {
		const node = document.getIn(path, true);
		const range = isMap(node) || isScalar(node) || isSeq(node) ? node.range : null;
		return range ? lines.linePos(range[0]).line : null;
	};
	const textAt = (...path: (string | number)[]): string | null => {
		const value = document.getIn(path);
		return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
	};
	const list = document.get('model_list');
	const count = isSeq(list) ? list.items.length : 0;
	const upstreams = Array.from({length: count}, (_, index) => ({
		name: textAt('model_list', index, 'model_name') ?? `model ${index + 1}`,
		baseUrl: textAt('model_list', index, 'litellm_params', 'api_base'),
		key: keyOf(textAt('model_list', index, 'litellm_params', 'api_key'), lineOf(['model_list', index, 'litellm_params', 'api_key'])),
		models: [textAt('model_list', index, 'model_name')].filter(name => name !== null),
		line: lineOf(['model_list', index]),
	}));
	const master = textAt('general_settings', 'master_key');
	const reference = environmentName(master);
	return {
		state: 'read',
		settings: {
			host: null,
			port: null,
			upstreams,
			model: upstreams[0]?.name ?? null,
			small: null,
			gate:
				master === null
					? null
					: {
							variable: reference ?? 'master_key',
							secret: reference === null ? new Secret(master) : null,
							line: lineOf(['general_settings', 'master_key']),
						},
			slips: slipsOf(master, count, lineOf),
		},
	};
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
	if (before === null || before.trim() === '') return {state: 'written', text: stringify({model_list: entriesFor(upstream)})};
	const document = parseDocument(before, {keepSourceTokens: true});
	if (document.errors.length > 0 || !isMap(document.contents))
		return {state: 'refused', why: 'it is no YAML with names and values; mend it first'};
	const list = document.get('model_list');
	if (!isSeq(list)) document.set('model_list', document.createNode(entriesFor(upstream)));
	else for (const entry of entriesFor(upstream)) put(document, list as YAMLSeq, entry);
	return {state: 'written', text: document.toString({lineWidth: 0})};
}

type Entry = {readonly model_name: string; readonly litellm_params: Readonly<Record<'model' | 'api_base' | 'api_key', string>>};

function entriesFor({baseUrl, key, model, small}: Upstream): readonly Entry[] {
	return [...new Set([model, small ?? model])].map(name => ({
		model_name: name,
		litellm_params: {model: `openai/${name}`, api_base: baseUrl.replace(/\/+$/, ''), api_key: key.reveal()},
	}));
}

/** Of the same name the first counts; what else stands there (limits, costs) stays. */
function put(document: Document, list: YAMLSeq, entry: Entry): void {
	const found = list.items.find((item): item is YAMLMap => isMap(item) && item.get('model_name') === entry.model_name);
	if (found === undefined) {
		list.add(document.createNode(entry));
		return;
	}
	for (const [name, value] of Object.entries(entry.litellm_params)) found.setIn(['litellm_params', name], value);
}
