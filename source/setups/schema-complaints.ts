import type {Schema} from './setup-schema.ts';

/** Something in a file that is not as its schema has it; `at` leads there from the top, as in `secret.env`. */
export type Complaint = {readonly at: string; readonly why: string};

/** Everything in a value that its schema does not allow. No value is quoted: it may be a secret in a wrong place. */
export function schemaComplaints(value: unknown, schema: Schema, at = ''): readonly Complaint[] {
	if (schema.oneOf !== undefined) return choiceComplaints(value, schema.oneOf, at);
	if (schema.enum !== undefined)
		return typeof value === 'string' && schema.enum.includes(value) ? [] : [{at, why: `must be one of ${schema.enum.join(', ')}`}];
	switch (schema.type) {
		case 'object':
			return isRecord(value) ? objectComplaints(value, schema, at) : [{at, why: 'must hold names and values'}];
		case 'string':
			if (typeof value !== 'string') return [{at, why: 'must be a text'}];
			return schema.pattern === undefined || new RegExp(schema.pattern).test(value) ? [] : [{at, why: `must look like ${schema.pattern}`}];
	}
	return [];
}

function objectComplaints(value: Readonly<Record<string, unknown>>, schema: Schema, at: string): readonly Complaint[] {
	const {properties = {}, required = [], additionalProperties} = schema;
	const below = (name: string) => (at === '' ? name : `${at}.${name}`);
	const missing = required.filter(name => !Object.hasOwn(value, name)).map(name => ({at: below(name), why: 'is missing'}));
	const found = Object.entries(value).flatMap(([name, inner]): readonly Complaint[] => {
		const known = Object.hasOwn(properties, name) ? properties[name] : additionalProperties;
		if (known === undefined) return [];
		return known === false ? [{at: below(name), why: 'is not known here'}] : schemaComplaints(inner, known, below(name));
	});
	return [...missing, ...found];
}

/** Of several forms the one that the value is meant to have tells the most; where none is near, all are named. */
function choiceComplaints(value: unknown, forms: readonly Schema[], at: string): readonly Complaint[] {
	if (forms.some(form => schemaComplaints(value, form, at).length === 0)) return [];
	const meant = isRecord(value)
		? forms.find(form => Object.keys(form.properties ?? {}).some(name => Object.hasOwn(value, name)))
		: undefined;
	if (meant !== undefined) return schemaComplaints(value, meant, at);
	return [{at, why: `must name ${forms.map(form => `${form.title ?? ''}${keysOf(form)}`).join(', or ')}`}];
}

function keysOf({properties}: Schema): string {
	const names = Object.keys(properties ?? {});
	return names.length === 0 ? '' : ` ({${names.join(', ')}: …})`;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
