import {givenText} from '../given-text.ts';
import {oneLine} from '../refuse.ts';
import type {Wish} from '../wish.ts';
import {secretNames} from './named-values.ts';
import type {Printer} from './printer.ts';

const secretFile = '.config/claude-auth-wizard/service.env';

/** A unit can be read by everybody (`systemctl show`, too), so its secret is in a file beside it. */
export const systemdService: Printer = {
	name: 'systemd-service',
	title: 'a systemd service',
	file: '~/.config/systemd/user/claude.service',
	secrets: 'named',
	logins: 'there',
	print: wish => {
		const values: string[] = [];
		for (const {name, value} of wish.set) {
			if (value.kind === 'secret') continue;
			const given = givenText(value);
			if (given.state === 'refused') return {ok: false, name, why: given.why};
			if (given.state === 'text') values.push(`Environment=${quoted(`${name}=${given.text}`)}`);
		}
		return {
			ok: true,
			text: [
				`# ~/.config/systemd/user/claude.service: ${oneLine(wish.title)}`,
				...secretHint(wish),
				'# Start it: systemctl --user daemon-reload && systemctl --user start claude    (at set times: a claude.timer beside it)',
				'[Unit]',
				'Description=One prompt to Claude Code',
				'',
				'[Service]',
				'Type=oneshot',
				'Environment=PATH=%h/.local/bin:/usr/local/bin:/usr/bin:/bin',
				...values,
				...(secretNames(wish).length === 0 ? [] : [`EnvironmentFile=%h/${secretFile}`]),
				// What the user's session has imported reaches every service of it.
				...wish.unset.map(names => `UnsetEnvironment=${names.join(' ')}`),
				'ExecStart=/usr/bin/env claude -p "Say ok"',
			].join('\n'),
		};
	},
};

/** One file with one line for each; made without the secret on the screen or in a history. */
function secretHint(wish: Wish): readonly string[] {
	const names = secretNames(wish);
	if (names.length === 0) return [];
	const lines = names.map(name => `${name}=%s\\n`).join('');
	const values = names.map(() => '"$key"').join(' ');
	return [
		'# Its secret first:',
		`#   bash -c 'umask 077; mkdir -p ~/${secretFile.replace(/\/[^/]*$/, '')}; read -rsp "Secret: " key; printf "${lines}" ${values} > ~/${secretFile}'`,
	];
}

/** Inside quotes a backslash and a quote are escaped; % begins a specifier. */
function quoted(text: string): string {
	return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('%', '%%')}"`;
}
