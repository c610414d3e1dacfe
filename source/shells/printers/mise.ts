import {givenText} from '../given-text.ts';
import {oneLine} from '../refuse.ts';
import type {Printer} from './printer.ts';

/** A TOML basic string. mise reads values as templates ({{ }}), and with env_shell_expand as shell text ($). */
function toml(text: string): string {
	return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

const refuseTemplate = (text: string): string | null =>
	/\{[{%#]/.test(text) ? 'a template mark, which mise would evaluate' : /\$/.test(text) ? 'a dollar sign, which mise may expand' : null;

export const mise: Printer = {
	name: 'mise',
	title: 'mise',
	file: 'mise.local.toml',
	secrets: 'held',
	logins: 'there',
	print: wish => {
		const lines = [`# mise.local.toml: ${oneLine(wish.title)}. Keep it out of git.`, '[env]'];
		const missing: string[] = [];
		for (const {name, value} of wish.set) {
			const given = givenText(value);
			if (given.state === 'missing') {
				missing.push(name);
				continue;
			}
			const why = given.state === 'refused' ? given.why : refuseTemplate(given.text);
			if (given.state === 'refused' || why !== null) return {ok: false, name, why: why ?? ''};
			lines.push(value.kind === 'secret' ? `${name} = { value = ${toml(given.text)}, redact = true }` : `${name} = ${toml(given.text)}`);
		}
		// `false` clears a variable that an outer shell or file has set.
		lines.push(...wish.unset.flat().map(name => `${name} = false`));
		if (missing.length > 0)
			lines.push(`# .env.local, kept out of git, holds ${missing.join(' and ')}.`, '_.file = { path = ".env.local", redact = true }');
		return {ok: true, text: lines.join('\n')};
	},
};
