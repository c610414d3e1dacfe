import {modelSizes} from '../credentials/model-sizes.ts';

/**
 * The form of a setup file as JSON Schema (draft 2020-12, the few keywords that schema-complaints.ts understands). It is published as
 * docs/setup.schema.json; a test holds the two together.
 */
export type Schema = {
	readonly $schema?: string;
	readonly $id?: string;
	readonly title?: string;
	readonly description?: string;
	readonly type?: 'object' | 'string';
	readonly enum?: readonly string[];
	readonly pattern?: string;
	readonly properties?: Readonly<Record<string, Schema>>;
	readonly additionalProperties?: false | Schema;
	readonly required?: readonly string[];
	/** Of these schemas exactly one must fit; each has a `title` that names it. */
	readonly oneOf?: readonly Schema[];
};

const one = (name: string, title: string, schema: Omit<Schema, 'type'>): Schema => ({
	title,
	type: 'object',
	properties: {[name]: {type: 'string', ...schema}},
	required: [name],
	additionalProperties: false,
});

const secret: Schema = {
	description: 'Where the secret comes from. The secret itself never stands in this file.',
	oneOf: [
		one('env', 'a variable', {pattern: '^[A-Za-z_][A-Za-z0-9_]*$', description: 'A variable of the environment in which wizard runs.'}),
		one('file', 'a file', {pattern: '.', description: 'A file that holds the secret and nothing else; ~ is the home folder.'}),
		one('command', 'a command', {pattern: '\\S', description: 'A command that prints it. It runs only after consent, or with --trust.'}),
		{title: 'a reference of 1Password', type: 'string', pattern: '^op://\\S', description: 'As for `op read`; counts as a command.'},
	],
};

const headerName = "^[!#$%&'*+.^_`|~0-9A-Za-z-]+$";

export const setupSchema: Schema = {
	$schema: 'https://json-schema.org/draft/2020-12/schema',
	$id: 'urn:claude-auth-wizard:setup:1',
	title: 'A setup for wizard apply',
	description: 'Which credential Claude Code shall use on a machine, and where it is kept. No secret stands in it.',
	type: 'object',
	properties: {
		$schema: {type: 'string', description: 'For editors.'},
		credential: {enum: ['console-key', 'subscription', 'router-key', 'proxy-key'], description: 'Which kind of credential it is.'},
		provider: {type: 'string', pattern: '^[a-z0-9][a-z0-9.-]*$', description: 'An id that `wizard providers` lists.'},
		baseUrl: {type: 'string', pattern: '^https?://\\S+$', description: "The endpoint's address; for a provider only where it has several."},
		auth: {enum: ['bearer', 'x-api-key', 'both'], description: 'The header this endpoint reads.'},
		model: {type: 'string', pattern: '\\S', description: 'The model to ask for.'},
		models: {
			type: 'object',
			description: "Models for single sizes, in place of the endpoint's own.",
			properties: Object.fromEntries(
				Object.entries(modelSizes).map(([size, variable]): [string, Schema] => [
					size,
					{type: 'string', pattern: '\\S', description: variable},
				]),
			),
			additionalProperties: false,
		},
		headers: {
			type: 'object',
			description: 'Extra headers that are no secrets, by name.',
			additionalProperties: {type: 'string'},
		},
		secret,
		secretHeaders: {type: 'object', description: 'Extra headers whose values are secrets, by name.', additionalProperties: secret},
		store: {enum: ['settings', 'helper', 'shell', 'project'], description: 'Where the credential is kept. Without it: settings.'},
		shell: {type: 'string', pattern: '^[a-z]+$', description: 'For the store shell: which one. Without it: those in use.'},
		remove: {
			enum: ['competing', 'mask-only'],
			description:
				'What becomes of other values: removed where that can be (the default), or only masked where other programs may read them.',
		},
	},
	required: ['credential'],
	additionalProperties: false,
};

/** Names of headers are keys, which the few keywords above cannot say. */
export const isHeaderName = (name: string): boolean => new RegExp(headerName).test(name);
