import {hashComment, plainFile} from './plain-lines.ts';
import type {Printer} from './printer.ts';

export const systemd: Printer = {
	name: 'systemd',
	title: 'a systemd user session',
	file: '~/.config/environment.d/60-claude-code.conf',
	secrets: 'held',
	logins: 'there',
	print: wish =>
		plainFile(wish, {
			head: [
				hashComment(`~/.config/environment.d/60-claude-code.conf: ${wish.title}`),
				'# chmod 600 it. Read at login, and by: systemctl --user daemon-reload. For a service alone: --for systemd-service',
			],
			missing: name => `# ${name}=   (the secret goes here)`,
			// `NAME=` and `NAME=""` are "invalid syntax" to the generator (systemd 252); what expands to nothing is not.
			empty: name => `${name}=\${CLAUDE_AUTH_WIZARD_NOTHING:-}`,
		}),
};
