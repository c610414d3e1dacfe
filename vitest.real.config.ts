import {defineConfig} from 'vitest/config';
import usual from './vitest.config.ts';

/** The suite that needs the real `claude`, real shells, or the package as npm would publish it: `npm run test:real`. */
export default defineConfig({
	...usual,
	test: {...usual.test, include: ['test/real/**/*.test.ts'], exclude: ['**/node_modules/**'], testTimeout: 600_000, maxConcurrency: 3},
});
