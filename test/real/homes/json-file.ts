import type {Random} from './random.ts';

/** What people do to a JSON file by hand. Those that stop it from being read are faults; the others every home may have. */
export type Oddity = 'comment' | 'block-comment' | 'trailing-comma' | 'bom' | 'crlf' | 'no-newline' | 'tabs' | 'wide' | 'one-line';

export const harmless: readonly Oddity[] = ['crlf', 'no-newline', 'tabs', 'wide', 'one-line'];

/** A settings file or `.claude.json` that is being drawn. */
export class JsonFile {
	readonly path: string;
	readonly members: Record<string, unknown>;
	readonly oddities = new Set<Oddity>();
	mode: number;
	/** Members that have nothing to do with credentials, by their names joined with a slash. */
	readonly kept: Record<string, unknown>;
	/** What is put into the text itself, since no object can hold it. */
	readonly replaced: (readonly [RegExp, string])[] = [];
	/** Where it is not UTF-8: Windows calls its UTF-16 "Unicode", with a mark at its start, and editors also write it without one. */
	encoding: 'utf16le' | 'latin1' | null = null;
	/** Instead of everything: what is written cannot be made from members. */
	raw: string | null = null;

	constructor(path: string, ordinary: Record<string, unknown>, mode: number) {
		this.path = path;
		this.members = structuredClone(ordinary);
		this.kept = flat(ordinary);
		this.mode = mode;
	}

	/** `env`, made where there is none. */
	get env(): Record<string, unknown> {
		if (!isObject(this.members['env'])) this.members['env'] = {};
		return this.members['env'] as Record<string, unknown>;
	}

	text(random: Random): string {
		if (this.raw !== null) return this.raw;
		const has = (oddity: Oddity) => this.oddities.has(oddity);
		const minified = has('one-line') && !has('comment') && !has('trailing-comma');
		const indent = minified ? undefined : has('tabs') ? '\t' : has('wide') ? 4 : 2;
		let text = JSON.stringify(shuffledMembers(this.members, random), null, indent);
		for (const [what, by] of this.replaced) text = text.replace(what, () => by);
		if (has('comment'))
			text = inserted(text, random, indent => `${indent}// ${random.pick(['mine', 'see the wiki', 'do not touch', 'http://x.example/y'])}`);
		if (has('block-comment'))
			text = inserted(text, random, indent => `${indent}/* ${random.pick(['team defaults', 'old: "env"', 'was 600'])} */`);
		if (has('trailing-comma')) text = text.replace(/(["\d\]}el])(\s*)(\}|\])(\s*)$/, '$1,$2$3$4');
		if (!has('no-newline')) text += '\n';
		if (has('crlf')) text = text.replaceAll('\n', '\r\n');
		return has('bom') ? `\uFEFF${text}` : text;
	}
}

/** Order says nothing in JSON, and edits must not count on one. */
function shuffledMembers(members: Record<string, unknown>, random: Random): Record<string, unknown> {
	const shuffled = random.shuffled(Object.entries(members));
	return Object.fromEntries(
		shuffled.map(([name, value]) => [
			name,
			name === 'env' && isObject(value) ? Object.fromEntries(random.shuffled(Object.entries(value))) : value,
		]),
	);
}

function inserted(text: string, random: Random, remark: (indent: string) => string): string {
	const lines = text.split('\n');
	if (lines.length < 2) return `${remark('')}\n${text}`;
	const at = 1 + random.below(lines.length - 1);
	const indent = /^\s*/.exec(lines[at] ?? '')?.[0] ?? '';
	if (random.chance(0.5) && /[,\w"\]}]$/.test(lines[at - 1] ?? '')) lines[at - 1] += ` ${remark('')}`;
	else lines.splice(at, 0, remark(indent));
	return lines.join('\n');
}

function flat(members: Record<string, unknown>, before = ''): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(members).flatMap(([name, value]): [string, unknown][] =>
			name === 'env' && isObject(value) ? Object.entries(flat(value, 'env/')) : [[before + name, value]],
		),
	);
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
