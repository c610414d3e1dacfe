import {describe, expect, test} from 'vitest';
import {doctorJson} from '../../source/commands/doctor-json.ts';
import {examine} from '../../source/commands/examine.ts';
import {problemNamed} from '../../source/commands/help-problem.ts';
import {diagnose} from '../../source/problems/diagnose.ts';
import {basisFor} from '../../source/request/versions.ts';
import {leaks} from '../helpers/leaks.ts';
import {consoleKey, liveOf, login, machineOf, routerKey, setupToken} from './example.ts';
import {examples} from './examples/index.ts';

const secrets = [consoleKey, routerKey, setupToken, login.claudeAiOauth.refreshToken];
const machines = examples.flatMap(({id, fires, silent}) =>
	[...fires, ...silent].map(example => ({...example, title: `${id}: ${example.name}`})),
);

// Every machine of every example, also for what else it shows: whole findings, as `doctor --json` prints them.
describe('what is said of a machine', () => {
	test.each(machines)('$title', async example => {
		const situation = {...(await examine(machineOf(example))), live: liveOf(example)};
		const findings = diagnose(situation);
		const report = {situation, findings, basis: basisFor(null), witness: null, live: null, home: '/home/ada'};
		expect(leaks(JSON.stringify(doctorJson(report, null)), secrets)).toEqual([]);
		for (const [place, {id, title, why, fix, explainedBy}] of findings.entries()) {
			expect(problemNamed(id)?.id).toBe(id);
			expect(title, id).not.toMatch(/[.!]$|\n/);
			expect(why, id).toMatch(/[.?!]$/);
			expect(fix.summary, id).toMatch(/[.?!…]$/);
			if (explainedBy !== null)
				expect(findings.slice(0, place).map(other => [other.id, other.explainedBy])).toContainEqual([explainedBy, null]);
		}
	});
});
