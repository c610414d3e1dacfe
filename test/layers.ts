import path from 'node:path';
import * as esbuild from 'esbuild';

/** The design of house.md as a check: who imports whom, where effects are, how files are named. Text in, complaints out. */
export type Source = {readonly file: string; readonly text: string};

type Room = {
	/** Rooms whose values and types it may import, besides its own. */
	readonly of: readonly string[];
	/** Rooms of which it may import types alone. */
	readonly typesOf: readonly string[];
	readonly packages: readonly string[];
	readonly effects: 'may' | 'may not';
};

const facts = ['credentials', 'shells', 'providers', 'places', 'request'];
const work = [...facts, 'plan', 'stores', 'setups', 'claude', 'gateway', 'problems'];

/**
 * The table of house.md, and three things more: providers read env files in the dialects of shells, a setup knows the stores, and rooms
 * that are given a machine know its types.
 */
export const rooms: Readonly<Record<string, Room>> = {
	machine: {of: [], typesOf: [], packages: ['execa', 'conf'], effects: 'may'},
	credentials: {of: [], typesOf: [], packages: [], effects: 'may not'},
	shells: {of: ['credentials'], typesOf: ['machine'], packages: [], effects: 'may not'},
	providers: {of: ['credentials', 'shells'], typesOf: ['machine'], packages: ['jsonc-parser', 'yaml'], effects: 'may not'},
	claude: {of: ['credentials'], typesOf: ['machine'], packages: [], effects: 'may not'},
	gateway: {of: ['credentials'], typesOf: ['machine'], packages: [], effects: 'may'},
	places: {of: ['credentials', 'shells'], typesOf: ['machine'], packages: ['jsonc-parser'], effects: 'may not'},
	request: {of: ['credentials', 'places'], typesOf: ['machine'], packages: [], effects: 'may not'},
	plan: {of: ['credentials', 'places', 'shells'], typesOf: ['machine'], packages: ['jsonc-parser'], effects: 'may not'},
	stores: {of: [...facts, 'plan'], typesOf: ['machine'], packages: [], effects: 'may not'},
	setups: {of: [...facts, 'plan', 'stores'], typesOf: ['machine'], packages: ['yaml'], effects: 'may not'},
	problems: {
		of: ['credentials', 'providers', 'places', 'request', 'plan', 'stores'],
		typesOf: ['claude', 'machine'],
		packages: [],
		effects: 'may not',
	},
	commands: {of: [...work, 'machine'], typesOf: [], packages: [], effects: 'may not'},
	screens: {
		of: ['credentials', 'providers'],
		typesOf: [...work, 'commands', 'machine'],
		packages: ['ink', 'react', '@inquirer/prompts'],
		effects: 'may not',
	},
	cli: {of: [...work, 'commands', 'machine', 'screens'], typesOf: [], packages: [], effects: 'may'},
};

/** Node's own modules that only compute, and of others the names that do. */
const pure = ['path', 'util', 'url', 'buffer', 'string_decoder'];
const pureNames: Readonly<Record<string, readonly string[]>> = {'node:crypto': ['createHash']};

/** Every file that lets a secret out of its type, and why it must. */
export const mayReveal: Readonly<Record<string, string>> = {
	'source/credentials/secret.ts': 'the type itself',
	'source/request/effective.ts': 'whether a value is blank, and which bytes go on the wire, decides the request',
	'source/request/choose.ts': 'what a helper printed either fits a header or stops the request',
	'source/stores/helper.ts': 'the keychain takes it inside a command on stdin',
	'source/claude/probe.ts': 'the probe carries the credential to the one host it belongs to',
	'source/claude/prove-key.ts': 'the same for the one request that proves a key',
	'source/request/approval.ts': 'an approval names the last 20 characters of the key it is about',
	'source/problems/credential-source.ts': 'placeholders and damage are seen in the text itself',
	'source/setups/setup.ts': 'all custom headers share one variable, so a secret one is written beside the others',
	'source/commands/repair/other-folders.ts': 'the folder that a startup file names is a path, and is looked into',
	'source/setups/setup-edits.ts': 'the same: the last 20 characters of the key that is set up',
	'source/shells/given-text.ts': 'the literal form carries the secret on purpose',
	'source/setups/past-the-proxy.ts': 'what NO_PROXY excepts already is no secret, and stays',
	'source/setups/secret-rules.ts': 'a key of Anthropic is known by its beginning, and kept from other hosts',
	'source/providers/translators/claude-code-router.ts': 'its settings hold the key of the service',
	'source/providers/translators/litellm.ts': 'its settings hold the key of the service',
	'source/providers/translators/ccp-1rgs.ts': 'its settings hold the key of the service',
	'source/setups/foreign/claude-code-router.ts': 'what its clients present becomes the secret of a profile',
	'source/providers/translators/openai-env.ts': 'its settings hold the key of the service',
	'source/commands/translator/prove-upstream.ts': 'the service is asked about the key with the key',
	'source/commands/translator/translator-findings.ts': 'whether an exported key is the one of the settings',
	'source/commands/profiles/profile-secrets.ts': 'written to the file of ours that keeps it',
	'source/commands/profiles/live-profile.ts': 'whether the value in force is the one of a profile',
	'source/commands/profiles/launch.ts': 'into the file or the environment that one launch is given',
	'source/commands/described-options.ts': 'the value of a secret header is handed on the way --header-env has it',
	'source/commands/onboard/recognise-secret.ts': 'its shape tells whose it is; only that leaves',
	'source/commands/onboard/prove-setup.ts': 'into the environment of the claude that proves a setup kept in the shell',
	'source/gateway/nature.ts': 'what a captured credential is shows in its shape; only that leaves',
	'source/plan/edit-text.ts': 'here the secret is written into the file that keeps it',
	'source/plan/global-config-text.ts': 'an approval is written as the last 20 characters of the key',
	'source/plan/plan-secrets.ts': 'to take every secret of a plan out of what is shown of it',
	'source/plan/keep-secrets.ts': 'handed to the store that keeps it, on stdin',
	'source/plan/contradictions.ts': 'two edits contradict each other where their values differ',
};

const drawers = ['util', 'utils', 'helpers', 'common', 'shared', 'misc', 'lib', 'manager', 'handler', 'processor'];
const most = 250;

/** Gives one sentence for each thing that is not as the house wants it. */
export async function complaints(sources: readonly Source[]): Promise<readonly string[]> {
	const each = await Promise.all(
		sources.map(async source => [...imports(source), ...names(source), ...secrets(source), ...(await effects(source))]),
	);
	return [...each.flat(), ...cycles(sources)].sort();
}

export type Import = {readonly wanted: string; readonly kind: 'value' | 'type' | 'late'; readonly names: readonly string[]};

/** What a file imports. The source is formatted by a machine, so its import lines have one shape. */
export function importsOf(text: string): readonly Import[] {
	const found: Import[] = [];
	for (const [, type, names, wanted = ''] of text.matchAll(/^(?:import|export) (type )?([^;'"=]*?) from '([^']+)'/gm)) {
		const listed = /^\{(.*)\}$/s
			.exec(names?.trim() ?? '')?.[1]
			?.split(',')
			.map(name => name.trim())
			.filter(Boolean);
		const onlyTypes = type !== undefined || listed?.every(name => name.startsWith('type '));
		found.push({wanted, kind: onlyTypes ? 'type' : 'value', names: listed ?? ['*']});
	}
	for (const [, wanted = ''] of text.matchAll(/^import '([^']+)'/gm)) found.push({wanted, kind: 'value', names: []});
	for (const [, wanted = ''] of text.matchAll(/\bimport\('([^']+)'\)/g)) found.push({wanted, kind: 'late', names: ['*']});
	return found;
}

function imports({file, text}: Source): readonly string[] {
	const own = roomOf(file);
	const room = rooms[own];
	if (room === undefined) return [`${file}: there is no room "${own}" in the house`];
	const unseen = /\bimport\((?!')/.test(text) ? [`${file}: imports what no reader can see: name it as a text`] : [];
	const each = importsOf(text).flatMap(({wanted, kind, names}) => {
		const say = (why: string) => [`${file}: imports ${wanted}, ${why}`];
		if (wanted.startsWith('node:')) {
			const only =
				room.effects === 'may' ||
				kind === 'type' ||
				pure.includes(wanted.slice(5)) ||
				names.every(name => pureNames[wanted]?.includes(name));
			return only ? [] : say('which has effects');
		}
		if (!wanted.startsWith('.')) {
			const name = wanted.split('/', wanted.startsWith('@') ? 2 : 1).join('/');
			return room.packages.includes(name) ? [] : say(`a package that is not for ${own}`);
		}
		const target = resolve(file, wanted);
		if (target === 'source/machine/real.ts' && own !== 'cli') return say('which only cli.ts may');
		if (target.startsWith('source/machine/real-') && own !== 'machine') return say('a part of the real machine, which has one door');
		const other = roomOf(target);
		if (other === own || room.of.includes(other)) return [];
		if (room.typesOf.includes(other)) return kind === 'type' ? [] : say(`of which ${own} may know the types only`);
		return say(`but ${own} may not know ${other}`);
	});
	return [...unseen, ...each];
}

function names({file, text}: Source): readonly string[] {
	const found: string[] = [];
	const segments = file.split('/').slice(1);
	for (const segment of segments) {
		const bare = segment.replace(/\.tsx?$/, '');
		if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(bare)) found.push(`${file}: "${bare}" is not in kebab-case`);
		for (const word of bare.split('-')) if (drawers.includes(word)) found.push(`${file}: "${word}" says nothing about what is inside`);
	}
	for (const [, name] of text.matchAll(/^export (?:async )?(?:function|const|class) ((?:handle|process|manage)(?:[A-Z]\w*)?)\b/gm))
		found.push(`${file}: "${name}" is no verb of the house`);
	if (/^export default\b/m.test(text)) found.push(`${file}: exports a default`);
	if (/^(?:export )?(?:const )?enum\b/m.test(text)) found.push(`${file}: has an enum`);
	const lines = text.split('\n').length - 1;
	if (lines > most && !/^(?:\/\*\*?|\/\/)[^/]*\blong because\b/.test(text))
		found.push(`${file}: ${lines} lines, and its first comment does not say "long because …"`);
	return found;
}

function secrets({file, text}: Source): readonly string[] {
	return /\.reveal\(/.test(text) && !(file in mayReveal) ? [`${file}: reveals a secret; say why in mayReveal (test/layers.ts)`] : [];
}

/** Names that reach out of the program without an import. The compiler tells a global from a local of the same name. */
const globals = [
	'process',
	'fetch',
	'console',
	'performance',
	'setTimeout',
	'setInterval',
	'setImmediate',
	'crypto',
	'globalThis',
	'WebSocket',
	'EventSource',
	'Date.now',
	'Math.random',
];
const define = Object.fromEntries(globals.map(name => [name, `EFFECT_${name.replace('.', '_DOT_')}`]));

async function effects({file, text}: Source): Promise<readonly string[]> {
	if (rooms[roomOf(file)]?.effects === 'may') return [];
	const {code} = await esbuild.transform(text, {loader: file.endsWith('x') ? 'tsx' : 'ts', define, target: 'esnext'});
	const used = new Set([...code.matchAll(/\bEFFECT_(\w+)/g)].map(([, name]) => name?.replace('_DOT_', '.')));
	if (/\bnew Date\(\)/.test(code)) used.add('new Date()');
	return [...used].map(name => `${file}: uses ${name}, an effect that belongs in machine/`);
}

/** Also through types and late imports: two files that need each other are one idea in two places. */
function cycles(sources: readonly Source[]): readonly string[] {
	const wants = new Map(
		sources.map(({file, text}) => [file, importsOf(text).flatMap(({wanted}) => (wanted.startsWith('.') ? [resolve(file, wanted)] : []))]),
	);
	const done = new Set<string>();
	const found: string[] = [];
	const visit = (file: string, trail: readonly string[]): void => {
		const start = trail.indexOf(file);
		if (start !== -1) found.push(`${[...trail.slice(start), file].join(' → ')}: a circle`);
		if (start !== -1 || done.has(file)) return;
		for (const next of wants.get(file) ?? []) visit(next, [...trail, file]);
		done.add(file);
	};
	for (const file of wants.keys()) visit(file, []);
	return found;
}

function roomOf(file: string): string {
	const [, first = ''] = file.split('/');
	return first.replace(/\.tsx?$/, '');
}

function resolve(file: string, wanted: string): string {
	return path.posix.join(path.posix.dirname(file), wanted);
}
