import {oneLine} from '../refuse.ts';
import {managedValues} from './managed-values.ts';
import type {Printer} from './printer.ts';

/** A script for Intune's "Scripts and remediations", run as SYSTEM: the policy is one text in the registry. */
export const intune: Printer = {
	name: 'intune',
	title: 'Microsoft Intune',
	file: 'claude-code-policy.ps1',
	secrets: 'named',
	logins: 'there',
	print: wish => ({
		ok: true,
		text: [
			`# claude-code-policy.ps1: ${oneLine(wish.title)}`,
			'# The secret goes into the file that apiKeyHelper reads.',
			`$settings = '${JSON.stringify(managedValues(wish, 'windows')).replace(/['\u2018\u2019\u201A\u201B]/g, quote => quote + quote)}'`,
			"$key = 'HKLM:\\SOFTWARE\\Policies\\ClaudeCode'",
			'if (-not (Test-Path $key)) { New-Item -Path $key -Force | Out-Null }',
			"New-ItemProperty -Path $key -Name 'Settings' -Value $settings -PropertyType String -Force | Out-Null",
		].join('\n'),
	}),
};
