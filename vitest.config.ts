import {defineConfig} from 'vitest/config';
import {TallyReporter} from './test/helpers/tally.ts';

export default defineConfig({
	test: {
		include: ['test/**/*.test.{ts,tsx}'],
		exclude: ['test/real/**', '**/node_modules/**'],
		setupFiles: ['test/helpers/guard.ts'],
		reporters: ['default', new TallyReporter()],
		testTimeout: 20_000,
		maxWorkers: 2,
	},
});
