import {oneLine} from '../refuse.ts';
import {managedValues} from './managed-values.ts';
import type {Printer} from './printer.ts';

export const managedSettings: Printer = {
	name: 'managed-settings',
	title: 'managed settings',
	file: '/etc/claude-code/managed-settings.json',
	secrets: 'named',
	logins: 'there',
	// Strict JSON has no comments; a key that claude does not know is skipped (measured on 2.0.77 to 2.1.329).
	print: wish => ({
		ok: true,
		text: JSON.stringify(
			{$comment: `${oneLine(wish.title)}. The secret goes into the file that apiKeyHelper reads.`, ...managedValues(wish, 'unix')},
			null,
			2,
		),
	}),
};
