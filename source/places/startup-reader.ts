import type {Machine} from '../machine/machine.ts';
import type {Assignment, SourceLine} from '../shells/assignments/statement.ts';
import type {Part} from '../shells/assignments/word.ts';
import {expandParts} from '../shells/assignments/word.ts';
import {readAssignments} from '../shells/assignments.ts';
import type {ShellName, ShellRoots, StartupFile} from '../shells/shell.ts';
import type {Fact, FileFact, VariableFact} from './fact.ts';
import {fedFiles} from './fed-files.ts';
import {fileAsText} from './file-as-text.ts';
import {isBelow} from './is-below.ts';
import {mentions, sourcedByName} from './mentions.ts';
import {namedOtherwise} from './named-otherwise.ts';
import {pathOf} from './roots.ts';
import {filesOf} from './sourced-files.ts';
import type {StartupRow} from './startup-fact.ts';
import {namedFact, startupFact} from './startup-fact.ts';
import {isKnownVariable} from './variables.ts';

const deepest = 10;

/** A startup file that is there; `insteadOf` names the one that the shell reads in its place. */
export type Found = {readonly path: string; readonly file: StartupFile; readonly insteadOf: string | null};

type Reading = Pick<StartupRow, 'path' | 'when' | 'sourcedBy' | 'hiddenBy' | 'fed'>;

/** Reads the startup files of one shell in its order, follows what they source, and remembers what they have set so far. */
export class StartupReader {
	readonly #machine: Machine;
	readonly #shell: ShellName;
	readonly #where: ShellRoots;
	/** Real paths read already, by this shell or another of its family. */
	readonly #seen: Set<string>;
	readonly #known = new Map<string, string | null>();
	readonly #direct = new Map<string, Found>();
	readonly #hidden: Found[] = [];
	readonly #rows: StartupRow[] = [];
	/** Of each variable the last that surely runs when a terminal opens. */
	readonly #last = new Map<string, StartupRow>();
	/** Texts that were not read closely: they may still name a folder that another file sources from. */
	#skipped: string[] = [];
	readonly #broken: FileFact[] = [];
	readonly #named: VariableFact[] = [];
	/** Variables that some file of this shell exports. */
	readonly #exported = new Set<string>();

	constructor(machine: Machine, shell: ShellName, where: ShellRoots, seen: Set<string>) {
		this.#machine = machine;
		this.#shell = shell;
		this.#where = where;
		this.#seen = seen;
		this.#known.set('HOME', where.home);
		if (where.zdotdir !== where.home) this.#known.set('ZDOTDIR', where.zdotdir);
	}

	/** A file that the shell reads by itself keeps its own moment, also where another file sources it first. */
	direct(files: readonly Found[]): void {
		for (const found of files) this.#direct.set(this.#machine.files.real(found.path) ?? found.path, found);
	}

	known(name: string): string | undefined {
		return this.#known.get(name) ?? undefined;
	}

	read(found: Found): void {
		if (found.insteadOf === null)
			this.#follow({path: found.path, when: found.file.when, sourcedBy: null, hiddenBy: null, fed: 'no'}, 0, false);
		else this.#hidden.push(found);
	}

	facts(): readonly Fact[] {
		for (const {path, file, insteadOf} of this.#hidden)
			this.#follow({path, when: file.when, sourcedBy: null, hiddenBy: insteadOf, fed: 'no'}, deepest, false);
		return [...this.#rows.map(row => startupFact(row, this.#shell, this.#exported)), ...this.#named, ...this.#broken];
	}

	lasting(): readonly VariableFact[] {
		return [...this.#last.values()].map(row => startupFact(row, this.#shell, this.#exported));
	}

	#follow(reading: Reading, depth: number, exportsAll: boolean): void {
		const {path} = reading;
		const key = this.#machine.files.real(path) ?? path;
		if (this.#seen.has(key)) return;
		this.#seen.add(key);
		const file = fileAsText(this.#machine, 'startup-file', path);
		if (file.state === 'unreadable') this.#broken.push(file.fact);
		if (file.state !== 'text') return;
		if (!mentions(file.text) || this.#leadsNowhereNew(path, file.text)) this.#skipped.push(file.text);
		else this.#readClosely(file.text, reading, depth, exportsAll);
		if (isBelow(path, this.#where.home) && reading.fed === 'no' && depth < deepest) this.#feed(file.text, reading, depth);
	}

	#readClosely(text: string, reading: Reading, depth: number, exportsAll: boolean): void {
		const statements = readAssignments(text, reading.fed === 'no' ? this.#shell : 'sh');
		if (isBelow(reading.path, this.#where.home) && reading.hiddenBy === null)
			this.#named.push(...namedOtherwise(text, statements).map(named => namedFact(named, reading, this.#shell)));
		for (const statement of statements)
			switch (statement.kind) {
				case 'assignment':
					this.#assign(statement, reading, exportsAll);
					break;
				case 'source':
					if (depth < deepest) this.#source(statement, reading, depth, exportsAll);
					break;
			}
	}

	/** As if it were sourced under `set -a`. */
	#feed(text: string, {path, when, hiddenBy}: Reading, depth: number): void {
		const known = (name: string) => this.known(name) ?? this.#where.variables[name];
		for (const {path: file, fed} of fedFiles(this.#machine, this.#where.home, text, known))
			this.#follow({path: file, when, sourcedBy: path, hiddenBy, fed}, depth + 1, true);
	}

	/** /etc/profile reads /etc/bash.bashrc, which the shell reads anyway. */
	#leadsNowhereNew(path: string, text: string): boolean {
		if (!path.startsWith('/etc/')) return false;
		const {files} = this.#machine;
		return sourcedByName(text)?.every(target => files.stat(target) === null || this.#direct.has(files.real(target) ?? target)) ?? false;
	}

	#assign(statement: Assignment, reading: Reading, exportsAll: boolean): void {
		const {variable, does, parts} = statement;
		const exported = statement.exported || (exportsAll && does !== 'unset');
		if (exported && does !== 'unset' && statement.reach === 'shell') this.#exported.add(variable);
		if (does === 'export') return;
		const value = statement.value ?? (does === 'computed' && parts ? expandParts(parts, name => this.known(name)) : null);
		const row = {...reading, statement, value, exported};
		if (isKnownVariable(variable)) this.#rows.push(row);
		if (statement.reach === 'command') return;
		if (!statement.conditional && reading.hiddenBy === null) this.#last.set(variable, row);
		// What may not run leaves an earlier value as it was, unless there is none.
		if (!statement.conditional || !this.#known.has(variable)) this.#known.set(variable, does === 'unset' ? null : value);
	}

	#lookInSkipped(name: string): void {
		const texts = this.#skipped.filter(text => text.includes(name));
		this.#skipped = this.#skipped.filter(text => !texts.includes(text));
		for (const text of texts)
			for (const statement of readAssignments(text, this.#shell))
				if (statement.kind === 'assignment' && statement.parts)
					this.#known.set(statement.variable, statement.value ?? expandParts(statement.parts, other => this.known(other)));
	}

	#source(statement: SourceLine, {path, when, hiddenBy, fed}: Reading, depth: number, exportsAll: boolean): void {
		const {dirname} = pathOf(this.#machine.environment);
		const known = (name: string): string | undefined => {
			if (name === 'PSSCRIPTROOT') return dirname(path);
			if (!this.#known.has(name)) this.#lookInSkipped(name);
			return this.#known.has(name) ? this.known(name) : this.#where.variables[name];
		};
		const folders = [dirname(path), dirname(this.#machine.files.real(path) ?? path)];
		const files = statement.files.flatMap((parts: readonly Part[]) => filesOf(this.#machine, this.#shell, parts, known, folders));
		for (const file of files) {
			const direct = this.#direct.get(this.#machine.files.real(file) ?? file);
			const moment = direct ? direct.file.when : when;
			this.#follow({path: file, when: moment, sourcedBy: path, hiddenBy, fed}, depth + 1, exportsAll || statement.exportsAll);
		}
	}
}
