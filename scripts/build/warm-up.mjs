import {execFileSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';

/**
 * Runs the built doctor once, in a home that has a little of everything, draws a first question, and keeps the code V8 made of it. Like the program's own text
 * it lies in the package: nothing is compiled into, or loaded from, a folder of the user's.
 * @param {string} dist
 */
export function warmUp(dist) {
	runDoctor(dist);
	const screens = fileURLToPath(new URL('warm-screens.cjs', import.meta.url));
	execFileSync(process.execPath, [screens, dist], {env: {PATH: dist}, cwd: dist, stdio: ['ignore', 'ignore', 'pipe']});
}

/** What most homes have: what is run here is compiled already where it is run next. */
const settings = JSON.stringify({
	env: {ANTHROPIC_BASE_URL: 'http://127.0.0.1:9', ANTHROPIC_AUTH_TOKEN: `sk-or-v1-${'0'.repeat(64)}`},
	permissions: {allow: ['Bash(ls:*)']},
});
const startup = `# of a terminal
case $- in *i*) ;; *) return ;; esac
export VARIABLE="value"
alias ll='ls -l' # a line like many
export ANTHROPIC_AUTH_TOKEN=not-a-key
[ -f ~/.more ] && . ~/.more
`;
const more = `if true; then export ANTHROPIC_API_KEY="$NONE"; fi
export PATH="$HOME/bin:$PATH"
greet() { echo "$1"; }
eval "$(true)"
`;

/** @param {string} dist */
function runDoctor(dist) {
	const home = mkdtempSync(path.join(tmpdir(), 'wizard-build-'));
	try {
		mkdirSync(path.join(home, '.claude'));
		writeFileSync(path.join(home, '.claude', 'settings.json'), settings);
		writeFileSync(path.join(home, '.bashrc'), startup);
		writeFileSync(path.join(home, '.more'), more);
		const keep = fileURLToPath(new URL('keep-code.cjs', import.meta.url));
		const env = {HOME: home, USERPROFILE: home, PATH: home, ANTHROPIC_API_KEY: 'not-a-key'};
		execFileSync(process.execPath, ['--require', keep, path.join(dist, 'cli.js'), 'doctor', '--json'], {env, cwd: home, stdio: 'ignore'});
	} catch (error) {
		// Exit code 1 says that errors were found in that home, as there should be.
		if (/** @type {{status?: number}} */ (error).status !== 1) throw error;
	} finally {
		rmSync(home, {recursive: true, force: true});
	}
}
