import {type Form, fishForms, posixForms} from './forms.ts';
import {isRouted} from './held.ts';
import type {Entry, HeldName, Home, ShellName, StoreName} from './home.ts';
import {JsonFile} from './json-file.ts';
import type {Layout} from './layout.ts';
import {ordinaryEnv, ordinarySettings} from './ordinary.ts';
import type {Random} from './random.ts';

type Block = {readonly text: string; readonly kind: 'kept' | 'fault'};
export type Level = 'user' | 'project' | 'local';

/** A home that is being drawn: faults add to it what people have, in the places where people have it. */
export class Draft {
	readonly random: Random;
	readonly shell: ShellName;
	readonly held: HeldName;
	readonly secret: string;
	readonly layout: Layout;
	store: StoreName = 'settings';
	secretCommand: string | undefined;
	command = 'claude';
	prefix = '';
	tracked: string[] | null = null;
	/** What terminals that are open have exported: drawn for each value, or for all at once. */
	readonly stale: Record<string, string> = {};
	readonly mayGo = new Set<string>();
	readonly secrets = new Set<string>();
	readonly foreignModels: string[] = [];
	readonly state: JsonFile;
	readonly links = new Map<string, string>();
	readonly modes = new Map<string, number>();
	readonly #texts = new Map<string, Block[]>();
	readonly #wholes = new Map<string, {readonly text: string; readonly mode: number}>();
	readonly #settings = new Map<Level, JsonFile>();
	/** The folder of the user's settings, seen from the home. */
	config = '.claude';
	#others = 0;

	constructor(random: Random, held: {readonly name: HeldName; readonly secret: string}, layout: Layout, state: JsonFile) {
		this.random = random;
		this.held = held.name;
		this.secret = held.secret;
		this.layout = layout;
		this.shell = layout.shell;
		this.state = state;
		this.secrets.add(held.secret);
	}

	get routed(): boolean {
		return isRouted(this.held);
	}

	/** A name for a variable or function of the user's own, that nothing else has. */
	other(): string {
		this.#others += 1;
		return `MY_OWN_${this.#others}`;
	}

	/** Exports it in a startup file that a new terminal reads, in one of the ways of its shell. Terminals that are open often have it too. */
	exports(variable: string, value: string, only?: string): void {
		const all: readonly Form[] = this.shell === 'fish' ? fishForms : posixForms;
		// What no edit can take out is masked by settings; a credential that lives in the shell has no masks.
		const forms = this.store === 'shell' ? all.filter(({name}) => name !== 'eval') : all;
		const form = only === undefined ? this.random.pick(forms) : (forms.find(({name}) => name === only) ?? this.random.pick(forms));
		this.mayGo.add(variable);
		this.block(this.layout.fileFor(this.random), form.write(this, variable, value), 'fault');
		if (this.random.chance(0.7)) this.stale[variable] = value;
	}

	/** Puts whole lines somewhere into a text file: never inside another block. */
	block(file: string, text: string, kind: Block['kind'], where: 'anywhere' | 'end' = 'anywhere'): void {
		const blocks = this.#texts.get(file) ?? [];
		this.#texts.set(file, blocks);
		blocks.splice(where === 'end' ? blocks.length : this.random.below(blocks.length + 1), 0, {text, kind});
	}

	whole(path: string, text: string, mode = 0o644): void {
		this.#wholes.set(path, {text, mode});
	}

	settings(level: Level): JsonFile {
		const known = this.#settings.get(level);
		if (known !== undefined) return known;
		const {random} = this;
		const names = random.shuffled(Object.keys(ordinarySettings)).slice(0, random.below(5));
		const members: Record<string, unknown> = Object.fromEntries(names.map(name => [name, ordinarySettings[name]]));
		const variables = random.shuffled(Object.keys(ordinaryEnv)).slice(0, random.below(3));
		if (variables.length > 0) members['env'] = Object.fromEntries(variables.map(name => [name, ordinaryEnv[name]]));
		const file = new JsonFile(`${level}-settings`, members, random.pick([0o644, 0o600, 0o640, 0o664]));
		this.#settings.set(level, file);
		return file;
	}

	/** One of the settings levels, the user's own most often. What a project holds outranks every shell, and its file is not the user's. */
	anySettings(): JsonFile {
		const project = this.store === 'shell' ? 'local' : 'project';
		return this.settings(this.random.pick(['user', 'user', 'user', 'local', project]));
	}

	finish(name: string, faults: readonly string[]): Home {
		const {random} = this;
		const entries: Entry[] = [];
		const lines: Record<string, readonly string[]> = {};
		const members: Record<string, unknown> = {};
		for (const [path, {text, mode}] of this.#wholes) entries.push({path, kind: 'file', text, mode});
		for (const [path, blocks] of this.#texts) {
			const text = blocks.map(block => block.text).join('\n') + (random.chance(0.9) ? '\n' : '');
			entries.push({path, kind: 'file', text, mode: this.modes.get(path) ?? 0o644});
			lines[path] = blocks.filter(({kind}) => kind === 'kept').flatMap(block => block.text.split('\n'));
		}
		for (const [level, file] of this.#settings) {
			const path = this.pathOf(level);
			const encoding = file.encoding === null ? {} : {encoding: file.encoding};
			entries.push({path, kind: 'file', text: file.text(random), mode: file.mode, ...encoding});
			for (const [member, value] of Object.entries(file.kept)) members[`${path}#${member}`] = value;
		}
		const state = this.config === '.claude' ? '.claude.json' : `${this.config}/.claude.json`;
		if (this.state.raw !== 'none') {
			const encoding = this.state.encoding === null ? {} : {encoding: this.state.encoding};
			entries.push({path: state, kind: 'file', text: this.state.text(random), mode: this.state.mode, ...encoding});
			for (const [member, value] of Object.entries(this.state.kept)) members[`${state}#${member}`] = value;
		}
		const linked = entries.flatMap((entry): Entry[] => {
			const to = this.links.get(entry.path);
			if (to === undefined) return [entry];
			const up = '../'.repeat(entry.path.split('/').length - 1);
			return [
				{...entry, path: to},
				{path: entry.path, kind: 'link', to: random.chance(0.5) ? up + to : `{{home}}/${to}`},
			];
		});
		return {
			name,
			shell: this.shell,
			held: this.held,
			secret: this.secret,
			store: this.store,
			...(this.secretCommand === undefined ? {} : {secretCommand: this.secretCommand}),
			faults,
			entries: linked,
			tracked: this.tracked,
			launch: this.command === 'claude' && this.store !== 'shell' ? this.layout.launch : this.layout.interactive,
			command: this.command,
			stale: this.stale,
			prefix: this.prefix,
			lines,
			members,
			mayGo: [...this.mayGo],
			secrets: [...this.secrets],
			foreignModels: this.foreignModels,
		};
	}

	/** Where settings of this level stand, seen from the home. */
	pathOf(level: Level): string {
		switch (level) {
			case 'user':
				return `${this.config}/settings.json`;
			case 'project':
				return 'work/.claude/settings.json';
			case 'local':
				return 'work/.claude/settings.local.json';
		}
	}
}
