import type {Machine} from '../../machine/machine.ts';
import {pathOf} from '../../places/roots.ts';
import type {Edit} from '../../plan/edit.ts';
import type {Line, Translator} from '../../providers/translators/translator.ts';
import {type FoundTranslator, programNamed} from './look-translators.ts';

export type LoginUnit =
	/** `enable` is run after the file was written. */
	| {readonly state: 'unit'; readonly edit: Edit; readonly file: string; readonly enable: Line}
	| {readonly state: 'none'; readonly code: 1 | 2; readonly message: string; readonly hint: string};

/** What starts a translator at each login: a unit of the user's own systemd, or an agent of launchd. */
export function loginUnit({translator, file}: FoundTranslator, machine: Machine): LoginUnit {
	const none = (code: 1 | 2, message: string, hint: string): LoginUnit => ({state: 'none', code, message, hint});
	if (file === null) return none(2, `The folder of ${translator.title} is not known.`, '--cwd DIR names it.');
	const line = translator.id === 'claude-code-router' ? {program: 'ccr', args: ['start']} : translator.start(file);
	const path = programNamed(line.program, machine);
	if (path === null) return none(1, `${line.program} is not on PATH.`, translator.install);
	const unit = unitFor(translator, [path, ...line.args], pathOf(machine.environment).dirname(file), machine);
	if (unit === null) return none(1, 'On this system nothing of that kind is known.', 'Start it by hand, or by the task scheduler.');
	const {text, ...rest} = unit;
	const edit: Edit = {
		kind: 'write-own-file',
		file: unit.file,
		content: text,
		mode: 0o600,
		summary: `Start ${translator.title} at login`,
		answers: {to: 'wish'},
	};
	return {state: 'unit', edit, ...rest};
}

type Unit = {readonly file: string; readonly text: string; readonly enable: Line};

function unitFor({id, title}: Translator, argv: readonly string[], folder: string, {environment}: Machine): Unit | null {
	const {join} = pathOf(environment);
	const {home, variables} = environment;
	const path = variables['PATH'] ?? '/usr/local/bin:/usr/bin:/bin';
	switch (environment.platform) {
		case 'linux': {
			const name = `${id}.service`;
			const text = [
				'[Unit]',
				`Description=${title}, for Claude Code`,
				'',
				'[Service]',
				`WorkingDirectory=${unitWord(folder)}`,
				// A variable that a login shell exports is not seen here, so none outranks the file.
				`Environment=${quotedForUnit(`PATH=${path}`)}`,
				`ExecStart=${argv.map(quotedForUnit).join(' ')}`,
				'Restart=on-failure',
				'',
				'[Install]',
				'WantedBy=default.target',
				'',
			].join('\n');
			const file = join(variables['XDG_CONFIG_HOME'] || join(home, '.config'), 'systemd', 'user', name);
			return {file, text, enable: {program: 'systemctl', args: ['--user', 'enable', '--now', name]}};
		}
		case 'darwin': {
			const label = `claude-auth-wizard.${id}`;
			const file = join(home, 'Library', 'LaunchAgents', `${label}.plist`);
			return {file, text: agent(label, argv, folder, path), enable: {program: 'launchctl', args: ['load', '-w', file]}};
		}
		case 'win32':
			return null;
	}
}

/** systemd takes %, $ and backslashes for its own. */
function quotedForUnit(word: string): string {
	return `"${word.replace(/[\\"]/g, '\\$&').replaceAll('%', '%%').replaceAll('$', '$$$$')}"`;
}

function unitWord(text: string): string {
	return text.replaceAll('%', '%%');
}

function agent(label: string, argv: readonly string[], folder: string, path: string): string {
	const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
	return [
		'<?xml version="1.0" encoding="UTF-8"?>',
		'<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">',
		'<plist version="1.0"><dict>',
		`<key>Label</key><string>${escaped(label)}</string>`,
		`<key>ProgramArguments</key><array>${argv.map(word => `<string>${escaped(word)}</string>`).join('')}</array>`,
		`<key>WorkingDirectory</key><string>${escaped(folder)}</string>`,
		`<key>EnvironmentVariables</key><dict><key>PATH</key><string>${escaped(path)}</string></dict>`,
		'<key>RunAtLoad</key><true/>',
		'</dict></plist>',
		'',
	].join('\n');
}
