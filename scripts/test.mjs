/** `npm test [-- FILTER…]`: lint, types and the quick suite; with filters, those test files alone. Ends with `N passed, N failed`. */
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {ensureBuilt, ensureInstalled} from './setup.mjs';
import {conclude, tool, vitest} from './suite.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const filters = process.argv.slice(2);
ensureInstalled(root);
await ensureBuilt(root);

const checks =
	filters.length > 0
		? []
		: [tool('@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']), tool('typescript/bin/tsc', ['--noEmit'])];
const {passed, failed, leftOut} = vitest('vitest.config.ts', filters);
process.exitCode = conclude({
	passed: passed + checks.filter(good => good).length,
	failed: failed + checks.filter(good => !good).length,
	leftOut,
});
