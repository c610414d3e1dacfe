import {defineConfig} from 'vitest/config';

export default defineConfig({
	test: {
		include: ['test/**/*.test.{ts,tsx}'],
		exclude: ['test/real/**', '**/node_modules/**'],
		setupFiles: ['test/helpers/guard.ts'],
		testTimeout: 20_000,
		fileParallelism: true,
		maxWorkers: 2,
	},
});
