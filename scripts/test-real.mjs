/**
 * `npm run test:real [-- FILTER…]`: the suite against the real `claude`. The pinned version is installed once, into .cache/, and
 * never used with anything of the person who runs this: the tests start it with a home and an environment of their own.
 */
import {execFileSync} from 'node:child_process';
import {existsSync, mkdirSync, renameSync, rmSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {npm} from './setup.mjs';
import {conclude, prepare, vitest} from './suite.mjs';

const pinned = '2.1.329';
const root = fileURLToPath(new URL('..', import.meta.url));
const folder = path.join(root, '.cache', `claude-${pinned}`);
const claude = path.join(folder, 'node_modules', '.bin', process.platform === 'win32' ? 'claude.cmd' : 'claude');

/** A translator for the stories about OpenAI-compatible keys: one package without dependencies. Version 3 needs what npm does not have. */
const router = {name: '@musistudio/claude-code-router', version: '2.0.0', folder: path.join(root, '.cache', 'claude-code-router-2.0.0')};
const ccr = path.join(router.folder, 'node_modules', '.bin', process.platform === 'win32' ? 'ccr.cmd' : 'ccr');

/** The Agent SDK, without the claude that it brings along: it is given the pinned one. */
const sdk = {name: '@anthropic-ai/claude-agent-sdk', version: '0.3.330', folder: path.join(root, '.cache', 'agent-sdk-0.3.330')};

const ready = await prepare();
const trouble = works() ? null : install();
if (trouble !== null) process.stderr.write(`The tests with the real claude are left out: ${trouble}\n`);
const noRouter = existsSync(ccr) ? null : installRouter();
if (noRouter !== null) process.stderr.write(`The tests with claude-code-router are left out: ${noRouter}\n`);
const noSdk = existsSync(path.join(sdk.folder, 'node_modules')) ? null : installSdk();
if (noSdk !== null) process.stderr.write(`The tests with the Agent SDK are left out: ${noSdk}\n`);
const tally = vitest('vitest.real.config.ts', process.argv.slice(2), {
	...(trouble === null ? {WIZARD_TEST_CLAUDE: claude} : {}),
	...(noRouter === null ? {WIZARD_TEST_CCR: ccr} : {}),
});
process.exitCode = conclude(ready ? tally : {...tally, failed: tally.failed + 1});

/** Gives the reason where it could not be done. The install script only puts the platform's program in place of a stub, so it is run by name. */
function install() {
	process.stderr.write(`Installing claude ${pinned} into .cache/ (once) …\n`);
	const fresh = `${folder}.${process.pid}`;
	mkdirSync(fresh, {recursive: true});
	try {
		const args = ['install', '--prefix', fresh, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', '--include=optional'];
		const {status} = npm([...args, `@anthropic-ai/claude-code@${pinned}`], fresh);
		if (status !== 0) return 'npm could not install it';
		const own = path.join(fresh, 'node_modules', '@anthropic-ai', 'claude-code');
		execFileSync(process.execPath, ['install.cjs'], {cwd: own, stdio: ['ignore', 2, 2]});
		rmSync(folder, {recursive: true, force: true});
		renameSync(fresh, folder);
		return works() ? null : 'the installed program does not say its version';
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	} finally {
		rmSync(fresh, {recursive: true, force: true});
	}
}

/** Gives the reason where it could not be done. */
function installRouter() {
	mkdirSync(router.folder, {recursive: true});
	const args = ['install', '--prefix', router.folder, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
	const {status} = npm([...args, `${router.name}@${router.version}`], router.folder);
	return status === 0 && existsSync(ccr) ? null : 'npm could not install it';
}

/** Gives the reason where it could not be done. */
function installSdk() {
	mkdirSync(sdk.folder, {recursive: true});
	const args = ['install', '--prefix', sdk.folder, '--ignore-scripts', '--omit=optional', '--no-audit', '--no-fund', '--loglevel=error'];
	return npm([...args, `${sdk.name}@${sdk.version}`], sdk.folder).status === 0 ? null : 'npm could not install it';
}

function works() {
	try {
		const home = path.join(root, '.cache', 'home');
		mkdirSync(home, {recursive: true});
		const env = {HOME: home, PATH: process.env['PATH'] ?? '', DISABLE_AUTOUPDATER: '1'};
		const said = execFileSync(claude, ['--version'], {
			env,
			cwd: home,
			encoding: 'utf8',
			stdio: ['ignore', 'pipe', 'ignore'],
			shell: process.platform === 'win32',
		});
		return said.startsWith(pinned);
	} catch {
		return false;
	}
}
