import {recognise} from '../credentials/shapes.ts';
import {type Entry, providerFrom} from './entry.ts';
import type {Provider} from './provider.ts';

/** What the user's own file says, and what in it could not be taken; a mistake costs its entry, not the file. */
export type OwnEntries = {readonly providers: readonly Provider[]; readonly mistakes: readonly Mistake[]};

/** `at` leads there from the top of the file. */
export type Mistake = {readonly at: readonly string[]; readonly says: string};

/** An endpoint as users write it down, by its id; everything but `baseUrl` may be left out. */
const ownFields = {
	label: 'what it is called',
	baseUrl: 'its address, as for ANTHROPIC_BASE_URL',
	protocol: '"anthropic" (usual) or "openai", for one that needs a translator',
	auth: '"bearer" (usual), "x-api-key" or "both"',
	emptyApiKey: 'true where ANTHROPIC_API_KEY has to be there and empty',
	model: "the model to ask for, where claude's own names mean nothing",
	fastModel: 'the model for small tasks',
	variables: 'what else has to be set, by name',
	keyPage: 'the page where one gets a key',
	keyBegins: 'how its keys begin',
	keyProof: 'an address that answers 200 to a good key (by Bearer) and 401 to a bad one',
	docs: 'its manual',
} as const;

type Field = keyof typeof ownFields;

/** Reads the value of the file: `{"providers": {"ID": {"baseUrl": "https://…"}}}`. Nothing of it is quoted but names. */
export function ownEntries(value: unknown): OwnEntries {
	if (!isRecord(value)) return nothing([], 'The file has to hold {"providers": {…}}.');
	const {providers: listed} = value;
	if (!isRecord(listed))
		return nothing(['providers'], 'Under "providers" there have to be entries by their ids: {"acme": {"baseUrl": "https://…"}}.');
	const read = Object.entries(listed).map(([id, entry]) => readEntry(id, entry));
	return {providers: read.flatMap(({provider}) => (provider === null ? [] : [provider])), mistakes: read.flatMap(({mistakes}) => mistakes)};
}

function nothing(at: readonly string[], says: string): OwnEntries {
	return {providers: [], mistakes: [{at, says}]};
}

function readEntry(id: string, entry: unknown): {readonly provider: Provider | null; readonly mistakes: readonly Mistake[]} {
	const mistakes: Mistake[] = [];
	const at = ['providers', id];
	const wrong = (field: Field | null, says: string) => {
		mistakes.push({at: field === null ? at : [...at, field], says});
		return null;
	};
	if (!/^[a-z0-9][a-z0-9.-]*$/.test(id)) wrong(null, 'An id has small letters, digits, dots and dashes only.');
	if (!isRecord(entry))
		return {provider: null, mistakes: [...mistakes, {at, says: 'An entry has to be {"baseUrl": "https://…"} and the like.'}]};
	for (const name of Object.keys(entry))
		if (!(name in ownFields))
			mistakes.push({at: [...at, name], says: `This is not known here. Known are: ${Object.keys(ownFields).join(', ')}.`});
	const text = (field: Field): string | null => {
		const value = entry[field];
		if (value === undefined) return null;
		if (typeof value !== 'string' || value.trim() === '') return wrong(field, 'This has to be a text.');
		return recognise(value)?.shape.certain ? wrong(field, 'This looks like a key. Keys do not belong in this file.') : value.trim();
	};
	const oneOf = <const Value extends string>(field: Field, values: readonly Value[]): Value | null => {
		const value = text(field);
		if (value === null) return null;
		return values.find(known => known === value) ?? wrong(field, `This has to be one of: ${values.join(', ')}.`);
	};
	const address = (field: Field): string | null => {
		const value = text(field);
		if (value === null) return null;
		const plain = value.replace(/\{[^}]*\}/g, 'x');
		return URL.canParse(plain) && /^https?:\/\/[^@]+$/.test(plain)
			? value
			: wrong(field, 'This is no address: it begins with https:// or http://.');
	};
	if (entry['baseUrl'] === undefined) wrong(null, 'Its address is missing: "baseUrl": "https://…".');
	const [model, fast] = [text('model'), text('fastModel')];
	if (fast !== null && model === null) wrong('fastModel', 'Beside it there has to be a "model".');
	const blank = entry['emptyApiKey'] ?? false;
	if (typeof blank !== 'boolean') wrong('emptyApiKey', 'This has to be true or false.');
	const [base, proof, begins, label] = [address('baseUrl'), address('keyProof'), text('keyBegins'), text('label') ?? id];
	const made: Entry = {
		id,
		label,
		maker: label,
		kind: oneOf('protocol', ['anthropic', 'openai']) === 'openai' ? 'openai-only' : 'gateway',
		at: base === null ? [] : [base],
		auth: oneOf('auth', ['bearer', 'x-api-key', 'both']) ?? 'bearer',
		apiKey: blank === true ? 'empty' : 'unset',
		key: {begins, page: text('keyPage')},
		required: variables(entry['variables'], says => wrong('variables', says)),
		...(model === null ? {} : {model: {needed: true, suggested: model, faster: fast}}),
		...(proof === null ? {} : {proof: [proof, 'bearer', 'whether the key is good'] as const}),
		docs: text('docs'),
		source: ['your own file'],
		confidence: 'own',
	};
	return {provider: mistakes.length > 0 ? null : providerFrom(made), mistakes};
}

function variables(value: unknown, wrong: (says: string) => null): Readonly<Record<string, string>> {
	if (value === undefined) return {};
	if (!isRecord(value)) {
		wrong('This has to be names and values: {"NAME": "value"}.');
		return {};
	}
	const kept: Record<string, string> = {};
	for (const [name, text] of Object.entries(value)) {
		if (!/^[A-Z_][A-Z0-9_]*$/.test(name)) wrong('Names of variables have capital letters, digits and underscores only.');
		else if (/^ANTHROPIC_(?:BASE_URL|CUSTOM_HEADERS)$|(?:KEY|TOKEN|SECRET|PASSWORD)$/.test(name))
			wrong(`${name} has a field of its own, or is a secret: leave it out.`);
		else if (typeof text !== 'string') wrong(`The value of ${name} has to be a text.`);
		else if (recognise(text)?.shape.certain) wrong(`The value of ${name} looks like a key. Keys do not belong in this file.`);
		else kept[name] = text;
	}
	return kept;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
