import {bash} from '../bash.ts';
import {givenText} from '../given-text.ts';
import {posixLiteral} from '../posix.ts';
import type {Printer} from './printer.ts';

/** .envrc is bash, read in a shell of its own; direnv carries both what it sets and what it unsets over to the user's shell. */
export const direnv: Printer = {
	name: 'direnv',
	title: 'direnv',
	file: '.envrc',
	secrets: 'held',
	logins: 'there',
	print: wish => {
		const lines = [bash.comment(`.envrc: ${wish.title}`), ...wish.unset.map(names => bash.unset(...names))];
		const missing: string[] = [];
		for (const {name, value} of wish.set) {
			const given = givenText(value);
			if (given.state === 'refused') return {ok: false, name, why: given.why};
			if (given.state === 'missing') missing.push(name);
			else lines.push(bash.set(name, posixLiteral(given.text)));
		}
		if (missing.length > 0)
			lines.push(`# .envrc.private, kept out of git, exports ${missing.join(' and ')}.`, 'source_env_if_exists .envrc.private');
		return {ok: true, text: lines.join('\n')};
	},
};
