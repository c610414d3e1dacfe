import type {Machine} from '../../machine/machine.ts';
import {pathOf} from '../../places/roots.ts';
import type {Edit} from '../../plan/edit.ts';
import type {Translator} from '../../providers/translators/translator.ts';
import {askerAt} from '../asker.ts';
import {carriedOutText, sayNotDone} from '../carried-out-text.ts';
import {carryOut} from '../carry-out.ts';
import type {Context, Invocation} from '../command.ts';
import {type FoundTranslator, programNamed} from './look-translators.ts';

/** `wizard translator at-login ID`: a unit of the user's own systemd, or an agent of launchd, as a plan like any other. */
export async function atLogin(found: FoundTranslator, {options}: Invocation, context: Context): Promise<number> {
	const {machine, fail, out} = context;
	const {translator, file} = found;
	if (file === null) return fail(2, `The folder of ${translator.title} is not known.`, '--cwd DIR names it.');
	const line = translator.id === 'claude-code-router' ? {program: 'ccr', args: ['start']} : translator.start(file);
	const path = programNamed(line.program, machine);
	if (path === null) return fail(1, `${line.program} is not on PATH.`, translator.install);
	const unit = unitFor(translator, [path, ...line.args], pathOf(machine.environment).dirname(file), machine);
	if (unit === null) return fail(1, 'On this system nothing of that kind is known.', 'Start it by hand, or by the task scheduler.');
	const edit: Edit = {
		kind: 'write-own-file',
		file: unit.file,
		content: unit.text,
		mode: 0o600,
		summary: `Start ${translator.title} at login`,
		answers: {to: 'wish'},
	};
	const mode = options['dry-run'] ? 'dry-run' : 'write';
	const done = await carryOut({edits: [edit], wish: null, unplannable: 'stop'}, mode, askerAt(context, options), machine);
	if (done.state === 'refused' || done.state === 'cancelled') return sayNotDone(done, context);
	if (done.state === 'planned') askerAt(context, options).show(done.plan);
	for (const text of carriedOutText(done, machine.environment.home)) out(text);
	if (done.state !== 'planned') out(`To start it now and at each login: ${unit.enable}`);
	return 0;
}

type Unit = {readonly file: string; readonly text: string; readonly enable: string};

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
			return {file, text, enable: `systemctl --user enable --now ${name}`};
		}
		case 'darwin': {
			const label = `claude-auth-wizard.${id}`;
			const file = join(home, 'Library', 'LaunchAgents', `${label}.plist`);
			return {file, text: agent(label, argv, folder, path), enable: `launchctl load -w ${file}`};
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
