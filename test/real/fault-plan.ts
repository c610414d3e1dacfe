import {existsSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {realFiles} from '../../source/machine/real-files.ts';
import type {FileChange} from '../../source/plan/change.ts';
import type {Plan} from '../../source/plan/plan.ts';

/** The home that every fault is tried on, and the plan that is disturbed: each kind of change once. */
export const sentinel = 'sk-ant-api03-FAULTS-SENTINEL-SENTINEL-0002';

type Tried = Pick<FileChange, 'kind' | 'secret' | 'entries'> & {
	readonly name: string;
	readonly before: string | null;
	readonly after: string | null;
};

const filler = Array.from({length: 400}, (_, index) => `# line ${index} of a file long enough to be torn\n`).join('');

export const tried: readonly Tried[] = [
	{
		name: '.claude/settings.json',
		before: '{\n  "model": "opus"\n}\n',
		after: `{\n  "model": "opus",\n  "env": {"ANTHROPIC_API_KEY": "${sentinel}"}\n}\n`,
		kind: 'settings',
		secret: true,
		entries: [{kind: 'key', path: ['env', 'ANTHROPIC_API_KEY']}],
	},
	{
		name: '.claude.json',
		before: '{"numStartups": 1, "primaryApiKey": "old"}',
		after: '{"numStartups": 1}',
		kind: 'global-config',
		secret: false,
		entries: [{kind: 'key', path: ['primaryApiKey']}],
	},
	{
		name: '.config/fish/conf.d/wizard.fish',
		before: null,
		after: 'set -e ANTHROPIC_API_KEY\n',
		kind: 'own',
		secret: true,
		entries: [{kind: 'whole-file'}],
	},
	{
		name: '.zshrc',
		before: `${filler}export ANTHROPIC_API_KEY=old\n`,
		after: filler,
		kind: 'startup',
		secret: false,
		entries: [{kind: 'lines'}],
	},
	{name: '.ours', before: 'left over\n', after: null, kind: 'own', secret: false, entries: [{kind: 'whole-file'}]},
];

/** `.claude/settings.json` is a link into a dotfiles folder, as many people have it. */
export function makeHome(home: string): void {
	for (const {name, before} of tried) {
		const file = path.join(home, name === '.claude/settings.json' ? 'dotfiles/settings.json' : name);
		if (before === null) continue;
		mkdirSync(path.dirname(file), {recursive: true});
		writeFileSync(file, before, {mode: 0o644});
	}
	mkdirSync(path.join(home, '.claude'));
	symlinkSync('../dotfiles/settings.json', path.join(home, '.claude/settings.json'));
}

export function planFor(home: string): Plan {
	const bytes = (text: string | null) => (text === null ? null : new TextEncoder().encode(text));
	const files = tried.map(({name, before, after, ...rest}): FileChange => {
		const named = path.join(home, name);
		return {path: realFiles.target(named) ?? named, named, before: bytes(before), after: bytes(after), mode: null, ...rest};
	});
	return {files, steps: [], keeps: [], tells: [], masked: [], notes: []};
}

/** Of each file whether it is as before or as after; anything else is torn or lost. */
export function stateOf(home: string): readonly ('before' | 'after' | 'TORN')[] {
	return tried.map(({name, before, after}) => {
		const file = path.join(home, name);
		const text = existsSync(file) ? readFileSync(file, 'utf8') : null;
		return text === before ? 'before' : text === after ? 'after' : 'TORN';
	});
}

export function modesOf(home: string): readonly (number | null)[] {
	return tried.map(({name}) => statSync(path.join(home, name), {throwIfNoEntry: false})?.mode ?? null);
}
