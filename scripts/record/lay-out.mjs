import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/**
 * Lays one machine out in a temporary home. `{PORT}` and `{HOME}` in its texts become the recorder's port and that home.
 *
 * @param {import('./types.ts').Machine} raw
 * @param {string} port
 * @param {boolean} firstRunState
 */
export function layOut(raw, port, firstRunState) {
	const home = fs.mkdtempSync(path.join(os.tmpdir(), 'record-'));
	/** @type {import('./types.ts').Machine} */
	const scenario = JSON.parse(JSON.stringify(raw).replaceAll('{PORT}', port).replaceAll('{HOME}', home));
	/** @type {(file: string, value: unknown) => void} */
	const put = (file, value) => {
		if (value === undefined) return;
		const target = path.join(home, file);
		fs.mkdirSync(path.dirname(target), {recursive: true});
		fs.writeFileSync(target, typeof value === 'string' ? value : JSON.stringify(value, null, 2), {mode: 0o600});
	};
	fs.mkdirSync(path.join(home, 'work/.claude'), {recursive: true});
	put('.claude/settings.json', scenario.user);
	put('.claude/.credentials.json', scenario.credentials);
	put('.claude.json', globalConfigOf(scenario, home, firstRunState));
	put('work/.claude/settings.json', scenario.project);
	put('work/.claude/settings.local.json', scenario.local);
	put('managed/managed-settings.json', scenario.managed);
	for (const [file, value] of Object.entries(scenario.managedDropIns ?? {})) put(`managed/managed-settings.d/${file}`, value);
	if (scenario.helper !== undefined) fs.writeFileSync(path.join(home, 'helper.sh'), scenario.helper, {mode: 0o755});
	return {home, work: path.join(home, 'work'), scenario, env: environment(home, scenario)};
}

/** @param {string} home */
export function remove(home) {
	fs.rmSync(home, {recursive: true, force: true, maxRetries: 20, retryDelay: 200});
}

/**
 * @param {import('./types.ts').Machine} scenario
 * @param {string} home
 * @param {boolean} firstRunState
 * @returns {unknown}
 */
function globalConfigOf(scenario, home, firstRunState) {
	if (!firstRunState || scenario.fresh) return scenario.globalConfig;
	const work = path.join(home, 'work');
	const trusted = {[work]: {hasTrustDialogAccepted: true, hasCompletedProjectOnboarding: true}};
	return {
		hasCompletedOnboarding: true,
		lastOnboardingVersion: '99.0.0',
		projects: trusted,
		.../** @type {object | undefined} */ (scenario.globalConfig),
	};
}

/**
 * Built from nothing: no variable of whoever runs the recording reaches `claude`.
 *
 * @param {string} home
 * @param {import('./types.ts').Machine} scenario
 */
function environment(home, scenario) {
	return {
		HOME: home,
		PATH: `${path.dirname(process.execPath)}:/usr/bin:/bin`,
		TERM: 'xterm-256color',
		LANG: 'C.UTF-8',
		DISABLE_TELEMETRY: '1',
		DISABLE_ERROR_REPORTING: '1',
		DISABLE_AUTOUPDATER: '1',
		CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
		CLAUDE_CODE_MAX_RETRIES: '0',
		...scenario.env,
	};
}
