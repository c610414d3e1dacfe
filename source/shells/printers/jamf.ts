import {oneLine} from '../refuse.ts';
import {managedValues} from './managed-values.ts';
import type {Printer} from './printer.ts';

/** What Jamf Pro takes under "Application & Custom Settings": the property list of claude's own preference domain. */
export const jamf: Printer = {
	name: 'jamf',
	title: 'Jamf Pro',
	file: 'com.anthropic.claudecode.plist',
	secrets: 'named',
	logins: 'there',
	print: wish => ({
		ok: true,
		text: [
			'<?xml version="1.0" encoding="UTF-8"?>',
			`<!-- ${comment(wish.title)}. Preference domain: com.anthropic.claudecode. The secret goes into the file that apiKeyHelper reads. -->`,
			'<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">',
			'<plist version="1.0">',
			...element(managedValues(wish, 'unix'), ''),
			'</plist>',
		].join('\n'),
	}),
};

function element(value: unknown, indent: string): readonly string[] {
	if (typeof value !== 'object' || value === null) return [`${indent}<string>${escaped(String(value))}</string>`];
	const below = `${indent}\t`;
	const entries = Object.entries(value).flatMap(([name, inner]) => [`${below}<key>${escaped(name)}</key>`, ...element(inner, below)]);
	return [`${indent}<dict>`, ...entries, `${indent}</dict>`];
}

function escaped(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Two dashes end a comment of XML. */
function comment(text: string): string {
	return escaped(oneLine(text)).replace(/-(?=-)/g, '- ');
}
