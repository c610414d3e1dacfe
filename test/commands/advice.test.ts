import {expect, it} from 'vitest';
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
