import {describe, expect, it} from 'vitest';
import {commandHelp, programHelp} from '../../source/commands/help-text.ts';
import {commands} from '../../source/commands/index.ts';

describe('help', () => {
	it('shows every command in its order', () => {
		const page = programHelp(commands, 1000);
		const places = commands.map(({name, summary}) => page.indexOf(`  ${name.padEnd(4)}`) * Number(page.includes(summary)));
		expect(places.every(place => place > 0)).toBe(true);
		expect([...places].sort((a, b) => a - b)).toEqual(places);
	});

	describe.each(commands.map(command => [command.name, command] as const))('of %s', (name, command) => {
		it('has a usage, one sentence, and all its options', () => {
			const page = commandHelp(command, 1000);
			expect(command.usage.startsWith(`wizard ${name}`)).toBe(true);
			expect(command.summary).not.toMatch(/[.\n]/);
			for (const option of command.options) expect(page).toContain(`--${option}`);
		});
		it.each([40, 80, 300])('fits into %i columns, and reads well in no more than 100', columns => {
			const lines = [...commandHelp(command, columns).split('\n'), ...programHelp(commands, columns).split('\n')];
			expect(lines.filter(line => line.length > Math.min(columns, 100))).toEqual([]);
		});
		it('says what an option does here', () => {
			const page = commandHelp(command, 1000);
			for (const says of Object.values(command.means ?? {})) expect(page).toContain(says);
			if (name === 'profiles') expect(page).not.toContain('send one short prompt');
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
