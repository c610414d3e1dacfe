import {givenText} from '../given-text.ts';
import {oneLine} from '../refuse.ts';
import type {Wish} from '../wish.ts';
import type {Printer} from './printer.ts';

/** The extension's login check reads its own list; its terminals have another setting, where null unsets. */
export const vscode: Printer = {
	name: 'vscode',
	title: 'VS Code',
	file: 'settings.json of the user (Preferences: Open User Settings (JSON))',
	secrets: 'held',
	logins: 'there',
	print: wish => {
		const values: [string, string][] = [];
		const missing: string[] = [];
		for (const {name, value} of wish.set) {
			const given = givenText(value);
			if (given.state === 'refused') return {ok: false, name, why: given.why};
			if (given.state === 'missing') missing.push(name);
			else if (given.text.includes('${')) return {ok: false, name, why: 'a ${…}, which VS Code replaces'};
			else values.push([name, given.text]);
		}
		const cleared = wish.unset.flat();
		const settings = {
			'claudeCode.environmentVariables': [...values, ...cleared.map(name => [name, ''] as const)].map(([name, value]) => ({name, value})),
			...Object.fromEntries(
				['linux', 'osx', 'windows'].map(system => [
					`terminal.integrated.env.${system}`,
					Object.fromEntries([...values, ...cleared.map(name => [name, null] as const)]),
				]),
			),
		};
		const [, ...body] = JSON.stringify(settings, null, '\t').split('\n');
		return {ok: true, text: ['{', ...comments(wish, missing), ...body].join('\n')};
	},
};

function comments({title}: Wish, missing: readonly string[]): readonly string[] {
	return [
		`\t// The user's settings.json of VS Code: ${oneLine(title)}. Never the workspace's, which is shared.`,
		...missing.map(name => `\t// ${name} is still to be added to each of these, beside the others.`),
	];
}
