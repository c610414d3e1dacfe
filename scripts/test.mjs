/** `npm test [-- FILTER…]`: lint, types and the quick suite; with filters, those test files alone. Ends with `N passed, N failed`. */
import process from 'node:process';
import {conclude, prepare, tool, vitest} from './suite.mjs';

const filters = process.argv.slice(2);
const checks = [await prepare()];
if (filters.length === 0)
	checks.push(tool('@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']), tool('typescript/bin/tsc', ['--noEmit']));
const {passed, failed, leftOut} = vitest('vitest.config.ts', filters);
process.exitCode = conclude({
	passed: passed + checks.filter(good => good).length,
	failed: failed + checks.filter(good => !good).length,
	leftOut,
});
