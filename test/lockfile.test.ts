import {expect, it} from 'vitest';
import manifest from '../package.json' with {type: 'json'};
import lock from '../package-lock.json' with {type: 'json'};

const packages: Readonly<Record<string, {readonly version?: string; readonly resolved?: string}>> = lock.packages;

// A registry may lack builds of the newest version, and npm then writes a lockfile that `npm ci` refuses elsewhere (biome 2.6.8).
it.each([
	['esbuild', '@esbuild/', ''],
	['biome', '@biomejs/cli-', ''],
	['node-pty', '@lydell/node-pty-', ''],
	['rolldown', '@rolldown/binding-', '-msvc'],
	['typescript', '@typescript/typescript-', ''],
])('has %s for the Macs and Windows of those who work on this', (_, prefix, windows) => {
	expect(packages).toHaveProperty([`node_modules/${prefix}darwin-arm64`]);
	expect(packages).toHaveProperty([`node_modules/${prefix}win32-x64${windows}`]);
});

it('names every dependency by one exact version, the one that is locked', () => {
	for (const [name, version] of Object.entries(manifest.devDependencies)) {
		expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
		expect(packages[`node_modules/${name}`]?.version, name).toBe(version);
	}
});

it('names no registry', () => {
	expect(Object.entries(packages).filter(([, {resolved}]) => resolved !== undefined)).toEqual([]);
});
