import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {causes} from '../../source/claude/causes.ts';
import {commands} from '../../source/commands/index.ts';
import {options} from '../../source/commands/options.ts';

const steps = Object.values(causes).flatMap(({fix}) => fix);

it('names no command that does not exist', () => {
	const named = steps.flatMap(step => [...step.matchAll(/(?:: |\()wizard ([a-z][a-z-]*)(?=$|[\s.,)])/g)].map(([, name]) => name ?? ''));
	expect(named.length).toBeGreaterThan(10);
	expect(named.filter(name => !commands.some(command => command.name === name))).toEqual([]);
});

it('names no option that does not exist', () => {
	const named = steps
		.filter(step => /\bwizard --/.test(step))
		.flatMap(step => [...step.matchAll(/ --([a-z][a-z-]*)/g)].map(([, name]) => name ?? ''));
	expect(named.length).toBeGreaterThan(10);
	expect(named.filter(name => name !== 'repair' && !(name in options))).toEqual([]);
});

/** Every command line that some file of ours hands to the user: a literal of its own, or what stands after a colon. */
const lines = readdirSync('source', {recursive: true, encoding: 'utf8'})
	.filter(file => file.endsWith('.ts'))
	.flatMap(file => [...readFileSync(path.join('source', file), 'utf8').matchAll(/(?:['`]|[a-z]: )wizard ((?:--)?[a-z][^'`\n]*)/g)])
	.map(([, words = '']) => words.split(/(?<![a-zA-Z\]}])[.;:,)]|[.;:,)](?=\s|$)/)[0]?.trim() ?? '');

describe('a command line that any screen, finding or answer names', () => {
	it.each([...new Set(lines)])('can be typed: wizard %s', line => {
		const words = line.split(' -- ')[0]?.split(/\s+/) ?? [];
		const [first = ''] = words;
		const name = first.startsWith('--') ? (words.includes('--repair') ? 'repair' : 'onboard') : first;
		const command = commands.find(one => one.name === name);
		expect(command, `there is no wizard ${name}`).toBeDefined();
		const given = words.flatMap(word => /^--([a-z][a-z-]*)/.exec(word)?.[1] ?? []).filter(word => word !== 'repair');
		const known: readonly string[] = [...(command?.options ?? []), 'help', 'version'];
		expect(given.filter(word => !known.includes(word))).toEqual([]);
	});

	it('is found for each of the larger commands', () => {
		const named = new Set(lines.map(line => line.split(/\s/)[0]));
		expect(['capture', 'scan', 'providers', 'translator', 'profiles', 'use', 'run', 'apply'].filter(name => !named.has(name))).toEqual([]);
	});
});
