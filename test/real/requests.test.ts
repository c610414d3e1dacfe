import {spawnSync} from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import {expect, test} from 'vitest';
import {generate} from '../../scripts/record/generate.mjs';
import {look} from '../../source/places/look.ts';
import {resolve} from '../../source/request/resolve.ts';
import {disagreement, type Observed} from '../request/compare.ts';
import {helperOutputs, machineOf, type Scenario} from '../request/machine-of.ts';

const claude = process.env['WIZARD_TEST_CLAUDE'];
const count = 150;

/** WIZARD_TEST_SEED repeats a run; otherwise every run asks about machines that no run has seen. */
const seed = Number(process.env['WIZARD_TEST_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

test(`${count} fresh random machines send what was predicted`, {timeout: 900_000}, async context => {
	if (claude === undefined) return context.skip('the real claude is not installed');
	console.log(`requests: seed ${seed} (WIZARD_TEST_SEED=${seed} repeats it)`);
	const script = path.join(import.meta.dirname, '../../scripts/record.mjs');
	const run = spawnSync(process.execPath, [script, '--claude', claude, '--seed', String(seed), '--count', String(count)], {
		encoding: 'utf8',
		maxBuffer: 1e8,
	});
	expect(run.stderr).toBe('');
	const seen = run.stdout
		.trim()
		.split('\n')
		.map(line => JSON.parse(line) as Observed);
	expect(seen).toHaveLength(count);
	const version = spawnSync(claude, ['--version'], {encoding: 'utf8'}).stdout.split(' ')[0] ?? null;
	const machines: readonly Scenario[] = generate({seed, count, managed: process.getuid?.() === 0});
	const wrong: string[] = [];
	for (const [index, scenario] of machines.entries()) {
		const found = await look(machineOf(scenario));
		const facts = [...found, ...helperOutputs(found, scenario)];
		const difference = disagreement(resolve(facts, {version, mode: 'headless'}).request, seen[index] as Observed, scenario, facts);
		if (difference !== null) wrong.push(`${JSON.stringify(scenario)}\n  ${difference}`);
	}
	expect(wrong, `seed ${seed}`).toEqual([]);
});
