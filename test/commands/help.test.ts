import {describe, expect, it} from 'vitest';
import {commandHelp, programHelp} from '../../source/commands/help-text.ts';
import {commands} from '../../source/commands/index.ts';

describe('help', () => {
	it('shows every command in its order', () => {
		const page = programHelp(commands);
		const places = commands.map(({name, summary}) => page.indexOf(`  ${name.padEnd(4)}`) * Number(page.includes(summary)));
		expect(places.every(place => place > 0)).toBe(true);
		expect([...places].sort((a, b) => a - b)).toEqual(places);
	});

	describe.each(commands.map(command => [command.name, command] as const))('of %s', (name, command) => {
		it('has a usage, one sentence, and lines that fit into 100 columns', () => {
			const page = commandHelp(command);
			expect(command.usage.startsWith(`wizard ${name}`)).toBe(true);
			expect(command.summary).not.toMatch(/[.\n]/);
			expect(page.split('\n').filter(line => line.length > 100)).toEqual([]);
			for (const option of command.options) expect(page).toContain(`--${option}`);
		});
		it('loads', async () => {
			expect(typeof (await command.load())).toBe('function');
		});
		it('has examples that are understood', async () => {
			const {parseArguments} = await import('../../source/commands/parse-arguments.ts');
			for (const {line} of command.examples) {
				const words =
					line
						.split(' | ')
						.at(-1)
						?.replace(/^.*?\bwizard /, '')
						.replace(/["')]+$/, '')
						.split(/\s+/) ?? [];
				expect(parseArguments(words, commands), line).toMatchObject({kind: 'run'});
			}
		});
	});
});
