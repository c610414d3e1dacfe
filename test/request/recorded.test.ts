import {readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {look} from '../../source/places/look.ts';
import {resolve} from '../../source/request/resolve.ts';
import {observedVersions} from '../../source/request/versions.ts';
import {disagreement, type Observed} from './compare.ts';
import {helperOutputs, machineOf, type Scenario} from './machine-of.ts';

const evidence = path.join(import.meta.dirname, '../evidence/requests');
const machines = (kind: string) => JSON.parse(readFileSync(path.join(evidence, `machines-${kind}.json`), 'utf8')) as readonly Scenario[];
const observed = (version: string, kind: string) =>
	new Map(
		readFileSync(path.join(evidence, version, `${kind}.jsonl`), 'utf8')
			.trim()
			.split('\n')
			.map(line => JSON.parse(line) as Observed)
			.map(one => [one.name, one]),
	);

/** Every machine of one kind on one version; the machines that were predicted wrongly, with what was sent. */
async function wrong(version: string, kind: string, mode: 'headless' | 'interactive'): Promise<readonly string[]> {
	const seen = observed(version, kind);
	const all = machines(kind);
	const failures: string[] = [];
	for (const scenario of all) {
		const real = seen.get(scenario.name);
		if (real === undefined) continue;
		const answered =
			mode === 'interactive' && real.approvals
				? {...scenario, globalConfig: {...(scenario.globalConfig as object | undefined), customApiKeyResponses: real.approvals}}
				: scenario;
		const found = await look(machineOf(answered, mode === 'interactive'));
		const facts = [...found, ...helperOutputs(found, scenario)];
		const {request} = resolve(facts, {version, mode});
		const difference = disagreement(request, real, scenario, facts);
		if (difference !== null) failures.push(`${version} ${scenario.name}: ${JSON.stringify(scenario)}\n  ${difference}`);
	}
	return failures;
}

/** Corners are one thing bent at a time: characters, addresses, levels, logins, administrators. Not every version was asked all. */
const recorded = {handmade: 68, random: 160, masks: 14, corners: 640};

describe.each(observedVersions)('claude %s sends what was predicted', version => {
	test.each(Object.entries(recorded))('%s machines', async (kind, least) => {
		expect(observed(version, kind).size).toBeGreaterThanOrEqual(least);
		expect(await wrong(version, kind, 'headless')).toEqual([]);
	});
});

describe.each(['2.1.197', '2.1.329'])('claude %s in a terminal sends what was predicted', version => {
	test('28 machines', async () => {
		expect(observed(version, 'interactive').size).toBe(28);
		expect(await wrong(version, 'interactive', 'interactive')).toEqual([]);
	});
});
