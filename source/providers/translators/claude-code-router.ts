import {applyEdits, findNodeAtLocation, getNodeValue, type JSONPath, modify, type Node, type ParseError, parseTree} from 'jsonc-parser';
import {Secret} from '../../credentials/secret.ts';
import {keyFound} from './key-found.ts';
import {lineAt} from './line-at.ts';
import type {KeyFound, Slip, Translator, TranslatorReading, TranslatorSettings, TranslatorWriting, Upstream} from './translator.ts';

/**
 * musistudio/claude-code-router, versions 1 and 2 (2.0.0 was run): `~/.claude-code-router/config.json`, read at its start. From
 * version 3 on the settings are in config.sqlite, and this file is taken over once.
 */
export const claudeCodeRouter: Translator = {
	id: 'claude-code-router',
	title: 'claude-code-router',
	program: 'ccr',
	port: 3456,
	files: [{below: 'home', path: '.claude-code-router/config.json'}],
	auth: 'bearer',
	asksFor: 'its-own',
	// It takes what the file says; the file may name a variable, and then the one at its start counts.
	outranked: [],
	install: 'npm install -g @musistudio/claude-code-router@2',
	tried: {state: 'run', version: '2.0.0'},
	read,
	write,
	start: () => ({program: 'ccr', args: ['restart']}),
	stop: {program: 'ccr', args: ['stop']},
};

type Provider = {
	readonly name?: unknown;
	readonly api_base_url?: unknown;
	readonly api_key?: unknown;
	readonly models?: unknown;
	readonly transformer?: unknown;
};

function read(text: string): TranslatorReading {
	const errors: ParseError[] = [];
	const tree = parseTree(text, errors, {allowTrailingComma: true, allowEmptyContent: false});
	const [first] = errors;
	if (first !== undefined || tree?.type !== 'object')
		return {state: 'broken', line: lineAt(text, first?.offset ?? 0), why: 'it is no JSON, and ccr starts with settings of its own then'};
	const value = (path: JSONPath) => contentOf(findNodeAtLocation(tree, path));
	const line = (path: JSONPath) => {
		const node = findNodeAtLocation(tree, path);
		return node === undefined ? null : lineAt(text, node.offset);
	};
	const providers = value(['Providers']);
	const list: readonly Provider[] = Array.isArray(providers) ? providers : [];
	const upstreams = list.map((provider, index) => ({
		name: textOr(provider.name, `provider ${index + 1}`),
		baseUrl: typeof provider.api_base_url === 'string' ? provider.api_base_url.replace(/\/chat\/completions\/?$/, '') : null,
		key: keyOf(provider.api_key, line(['Providers', index, 'api_key'])),
		models: Array.isArray(provider.models) ? provider.models.filter(model => typeof model === 'string') : [],
		line: line(['Providers', index]),
	}));
	const port = Number(value(['PORT']));
	const gate = value(['APIKEY']);
	const routed = (name: string) => modelOf(value(['Router', name]));
	const settings: TranslatorSettings = {
		host: textOr(value(['HOST']), null),
		port: Number.isInteger(port) && port > 0 ? port : null,
		upstreams,
		model: routed('default'),
		small: routed('background'),
		gate: typeof gate === 'string' && gate !== '' ? {variable: 'APIKEY', secret: new Secret(gate), line: line(['APIKEY'])} : null,
		slips: [...addressSlips(list, line), ...routeSlips(value(['Router']), upstreams, line)],
	};
	return {state: 'read', settings};
}

/** `$NAME` and `${NAME}` are taken from the environment of its start. */
function keyOf(value: unknown, line: number | null): KeyFound {
	const variable = typeof value === 'string' ? /^\$\{?([A-Za-z_]\w*)\}?$/.exec(value.trim())?.[1] : undefined;
	if (variable !== undefined) return {state: 'variable', name: variable, line};
	return keyFound(typeof value === 'string' ? value : null, line);
}

function addressSlips(list: readonly Provider[], line: (path: JSONPath) => number | null): readonly Slip[] {
	return list.flatMap((provider, index): readonly Slip[] => {
		const {api_base_url: url, transformer} = provider;
		const at = line(['Providers', index, 'api_base_url']) ?? line(['Providers', index]);
		if (typeof url !== 'string' || !URL.canParse(url)) return [{line: at, message: 'api_base_url is no address'}];
		// A transformer may build the path itself (gemini); without one the address is asked as it stands.
		return transformer === undefined && !/\/(?:chat\/completions|messages|responses)\/?$/.test(url)
			? [{line: at, message: 'api_base_url is the whole address: it ends in /chat/completions'}]
			: [];
	});
}

function routeSlips(router: unknown, upstreams: TranslatorSettings['upstreams'], line: (path: JSONPath) => number | null): readonly Slip[] {
	if (typeof router !== 'object' || router === null) return [{line: null, message: 'Router is missing: it says which model answers'}];
	return Object.entries(router).flatMap(([name, route]): readonly Slip[] => {
		const [, provider, model] = /^([^,]+),(.+)$/.exec(typeof route === 'string' ? route : '') ?? [];
		if (provider === undefined || model === undefined) return [];
		const found = upstreams.find(one => one.name === provider.trim());
		const slip = (message: string) => [{line: line(['Router', name]), message}];
		if (found === undefined) return slip(`Router.${name} names the provider "${provider.trim()}", which is not among Providers`);
		return found.models.includes(model.trim())
			? []
			: slip(`Router.${name} names the model "${model.trim()}", which its provider does not list`);
	});
}

function modelOf(route: unknown): string | null {
	return typeof route === 'string' ? (/,(.+)$/.exec(route)?.[1]?.trim() ?? null) : null;
}

function write(before: string | null, upstream: Upstream): TranslatorWriting {
	if (before === null || before.trim() === '') return {state: 'written', text: `${JSON.stringify(fresh(upstream), null, 2)}\n`};
	const errors: ParseError[] = [];
	const tree = parseTree(before, errors, {allowTrailingComma: true});
	if (errors.length > 0 || tree?.type !== 'object') return {state: 'refused', why: 'it is no JSON; mend it first'};
	const providers = contentOf(findNodeAtLocation(tree, ['Providers']));
	const list: readonly Provider[] = Array.isArray(providers) ? providers : [];
	const named = list.findIndex(({name}) => name === upstream.name);
	const index = named === -1 ? list.findIndex(({api_base_url: url}) => url === addressOf(upstream)) : named;
	const wished = providerFor(upstream);
	const steps: (readonly [JSONPath, unknown])[] = [];
	if (!Array.isArray(providers)) steps.push([['Providers'], [wished]]);
	else if (index === -1) steps.push([['Providers', list.length], wished]);
	else {
		const models = list[index]?.models;
		const known = Array.isArray(models) ? models : [];
		steps.push([['Providers', index, 'api_base_url'], wished.api_base_url], [['Providers', index, 'api_key'], wished.api_key]);
		steps.push([
			['Providers', index, 'models'],
			[...known, ...wished.models.filter(model => !known.includes(model))],
		]);
	}
	const name = textOr(list[index]?.name, upstream.name);
	steps.push([['Router', 'default'], `${name},${upstream.model}`]);
	if (upstream.small !== null) steps.push([['Router', 'background'], `${name},${upstream.small}`]);
	return {state: 'written', text: steps.reduce((text, [path, value]) => set(text, path, value), before)};
}

function set(text: string, path: JSONPath, value: unknown): string {
	const node = findNodeAtLocation(parseTree(text, [], {allowTrailingComma: true}) as Node, path);
	if (node !== undefined && JSON.stringify(getNodeValue(node)) === JSON.stringify(value)) return text;
	const indent = /^([ \t]+)"/m.exec(text)?.[1] ?? '  ';
	const formattingOptions = {insertSpaces: !indent.includes('\t'), tabSize: indent.length, eol: text.includes('\r\n') ? '\r\n' : '\n'};
	return applyEdits(text, modify(text, path, value, {formattingOptions}));
}

function fresh(upstream: Upstream): object {
	const {name, model, small} = upstream;
	const router = {default: `${name},${model}`, ...(small === null ? {} : {background: `${name},${small}`})};
	return {HOST: '127.0.0.1', PORT: 3456, Providers: [providerFor(upstream)], Router: router};
}

function providerFor(upstream: Upstream) {
	const {name, key, model, small} = upstream;
	return {
		name,
		api_base_url: addressOf(upstream),
		api_key: key.reveal(),
		models: [model, ...(small === null || small === model ? [] : [small])],
	};
}

function addressOf({baseUrl}: Upstream): string {
	return `${baseUrl.replace(/\/+$/, '')}/chat/completions`;
}

function textOr<T>(value: unknown, other: T): string | T {
	return typeof value === 'string' && value !== '' ? value : other;
}

function contentOf(node: Node | undefined): unknown {
	return node === undefined ? undefined : getNodeValue(node);
}
