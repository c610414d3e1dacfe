import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import type {TestCase, TestModule} from 'vitest/node';
import type {Reporter} from 'vitest/reporters';

export type Tally = {
	readonly passed: number;
	readonly failed: number;
	/** Each reason with the number of tests it kept from running. */
	readonly leftOut: Readonly<Record<string, number>>;
};

/** Counts for scripts/test.mjs, in the file that WIZARD_TALLY names. A test left out without a reason counts as failed. */
export class TallyReporter implements Reporter {
	onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
		const file = process.env['WIZARD_TALLY'];
		if (!file) return;
		mkdirSync(path.dirname(file), {recursive: true});
		writeFileSync(file, JSON.stringify(tally(modules, unhandled.length)));
	}
}

function tally(modules: readonly TestModule[], unhandled: number): Tally {
	let passed = 0;
	let failed = unhandled;
	const leftOut: Record<string, number> = {};
	for (const module of modules) {
		// A file that cannot be loaded has no tests that could fail.
		failed += module.errors().length;
		for (const test of module.children.allTests()) {
			const {state} = test.result();
			if (state === 'passed') passed++;
			else if (state === 'failed' || state === 'pending') failed++;
			else leftOut[reason(test)] = (leftOut[reason(test)] ?? 0) + 1;
		}
	}
	return {passed, failed, leftOut};
}

/** What the test said when it skipped itself, or for `skipIf` what its name says: `nu (not run: not installed here)`. */
function reason(test: TestCase): string {
	const result = test.result();
	if (result.state === 'skipped' && result.note) return result.note;
	const named = /([\w.-]+) \(not run: ([^)]+)\)/.exec(test.fullName);
	return named === null ? `no reason given: ${test.module.relativeModuleId}: ${test.fullName}` : `${named[1]}: ${named[2]}`;
}
