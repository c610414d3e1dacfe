import {hashComment, plainFile} from './plain-lines.ts';
import type {Printer} from './printer.ts';

export const systemd: Printer = {
	name: 'systemd',
	title: 'a systemd user session',
	file: '~/.config/environment.d/60-claude-code.conf',
	secrets: 'held',
	print: wish =>
		plainFile(
			wish,
			[
				hashComment(`~/.config/environment.d/60-claude-code.conf: ${wish.title}`),
				'# Mode 0600. Read at the next login; until then: systemctl --user import-environment, or log in again.',
			],
			name => `# ${name}=   (the secret goes here)`,
		),
};
