import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {refuseText} from '../../source/shells/refuse.ts';
import {awkwardText, measured} from '../helpers/awkward.ts';
import {mark, printEnvironment, type RealShell, realShells, runLines} from './real-shells.ts';

const nameOf = (index: number) => `TV_${String(index).padStart(4, '0')}`;

/** Sets every value in one start of the shell, and gives what a child then has. */
function throughShell(real: RealShell, values: readonly string[]): readonly (string | undefined)[] {
	const lines = values.map((value, index) => {
		const quoted = real.shell.quote(value);
		if (!quoted.ok) throw new Error(`refused: ${quoted.why}`);
		return real.shell.set(nameOf(index), quoted.text);
	});
	const {environments, output} = runLines(real, [...lines, printEnvironment(real)]);
	const [environment] = environments;
	if (environment === undefined) throw new Error(`${real.program} printed no environment: ${output.slice(0, 400)}`);
	return values.map((_, index) => environment[nameOf(index)]);
}

// The name of a value too long for bsd-csh's word limit, as measured: 4096 quotes make 16 KiB of escapes.
const tooLong: Readonly<Record<string, readonly string[]>> = {'bsd-csh': ['long8k']};

describe.each(realShells.map(real => [mark(real), real] as const))('%s', (_, real) => {
	it.skipIf(real.path === null)('carries every accepted measured value to a child and back', () => {
		const cases = measured.filter(({name, value}) => real.shell.quote(value).ok && !tooLong[real.program]?.includes(name));
		expect(cases.length).toBeGreaterThan(35);
		expect(
			throughShell(
				real,
				cases.map(({value}) => value),
			),
		).toEqual(cases.map(({value}) => value));
	});

	it.skipIf(real.path === null)('carries 320 random awkward values to a child and back', () => {
		const accepted = awkwardText.filter(value => refuseText(value) === null);
		fc.assert(
			fc.property(fc.array(accepted, {minLength: 160, maxLength: 160}), values => {
				expect(throughShell(real, values)).toEqual(values);
			}),
			{numRuns: 2, interruptAfterTimeLimit: 60_000},
		);
	});

	it.skipIf(real.path === null)('clears a variable, set or not, silently, twice, under the strictest options', () => {
		const strict = ['sh', 'bash', 'zsh', 'ksh'].includes(real.shell.name) ? ['set -eu'] : [];
		const clear = [real.shell.unset('TV_SET'), real.shell.unset('TV_NEVER')];
		const {environments, output} = runLines(real, [...strict, ...clear, ...clear, printEnvironment(real)], {TV_SET: 'x', TV_KEPT: 'y'});
		expect(output).toBe('');
		expect(environments[0]).not.toHaveProperty('TV_SET');
		expect(environments[0]).not.toHaveProperty('TV_NEVER');
		expect(environments[0]).toHaveProperty('TV_KEPT', 'y');
	});
});
