import {mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {afterAll, beforeAll, describe, expect, it, type TestContext} from 'vitest';
import {needing} from '../../helpers/needing.ts';
import {installed} from '../../helpers/needs.ts';
import {claude} from '../stories/onboarding.ts';
import {namespaces} from '../stories/own-network.ts';
import {cli} from '../stories/person.ts';
import {drawHome} from './draw-home.ts';
import {isRouted} from './held.ts';
import type {Home} from './home.ts';
import {type Case, judgeHome} from './judge-home.ts';
import {Servers} from './servers.ts';

const seed = process.env['WIZARD_HOMES_SEED'] ?? '2026';
const count = Number(process.env['WIZARD_HOMES_COUNT'] ?? 200);
const wizard = process.env['WIZARD_HOMES_CLI'] ?? cli;
const alone = typeof namespaces !== 'string';
const drawn = Array.from({length: count}, (_, number) => drawHome(seed, number));
const once = readdirSync(path.join(import.meta.dirname, 'regressions')).map(
	file => JSON.parse(readFileSync(path.join(import.meta.dirname, 'regressions', file), 'utf8')) as Home,
);

/** Homes that are broken in several ways at once: one repair, and the real claude works in new terminals and in those already open. */
describe('broken homes', () => {
	needing(claude !== null, 'no claude is installed for the tests: npm run test:real');
	let servers: Servers;
	beforeAll(async () => {
		servers = await Servers.open();
	});
	afterAll(() => servers?.close());

	describe('that failed once', {concurrent: true}, () => {
		for (const home of once) it(home.name, context => repairs(home, 'take-back', context));
	});
	// The seed is in the name, so that whoever reads of a failure can draw the very home again.
	describe(`drawn at random, WIZARD_HOMES_SEED=${seed}`, {concurrent: true}, () => {
		for (const [number, home] of drawn.entries())
			it(`${number}: ${home.shell}, ${home.held}, ${home.store}: ${home.faults.join(', ')}`, context =>
				repairs(home, besides(number), context));
	});

	async function repairs(home: Home, besides: Case['besides'], {skip}: TestContext): Promise<void> {
		skip(!alone && !isRouted(home.held), String(namespaces));
		skip(installed(home.shell) === null, `${home.shell} is not installed`);
		const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'wizard-home-')));
		const {ground, gateway, close} = await servers.for(home);
		try {
			const wrong = await judgeHome({home, folder, ground, gateway, wizard, claude: claude ?? '', besides});
			expect(wrong, wrong.length > 0 ? `kept as data in ${keep(home)}` : '').toEqual([]);
		} finally {
			await close();
			rmSync(folder, {recursive: true, force: true, maxRetries: 20, retryDelay: 100});
		}
	}
});

/** Some do more, so that all of them together stay quick. */
function besides(number: number): Case['besides'] {
	return number % 10 === 0 ? 'live' : number % 4 === 1 ? 'take-back' : 'nothing';
}

/** For regressions/: there it stays as it is, whatever becomes of the generator. */
function keep(home: Home): string {
	const file = path.join(tmpdir(), `wizard-${home.name.replace(/\W+/g, '-')}.json`);
	writeFileSync(file, JSON.stringify(home, null, '\t'));
	return file;
}
