import {givenText} from '../given-text.ts';
import {oneLine} from '../refuse.ts';
import {sh} from '../sh.ts';
import type {Printer} from './printer.ts';

const file = '~/.config/claude-auth-wizard/cron.sh';

/** cron reads no startup file, has a PATH of two folders, cuts a line after some 1000 characters and takes % for its end. */
export const cron: Printer = {
	name: 'cron',
	title: 'cron',
	file,
	secrets: 'held',
	logins: 'there',
	print: wish => {
		const lines = [
			`# ${file}: ${oneLine(wish.title)}`,
			'# chmod 600 it. Then, in crontab -e, with \\% for every % in the prompt:',
			`#   0 7 * * 1-5 . "$HOME/${file.slice(2)}" && claude -p "Say ok"`,
			'export PATH="$HOME/.local/bin:/usr/local/bin:$PATH"',
			...wish.unset.map(names => sh.unset(...names)),
		];
		for (const {name, value} of wish.set) {
			const given = givenText(value);
			if (given.state === 'refused') return {ok: false, name, why: given.why};
			if (given.state === 'missing') {
				// Without it the line ends here, and cron mails why.
				lines.push(`${name}=   # the secret goes here`, `export ${name}="\${${name}:?holds nothing yet}"`);
				continue;
			}
			const quoted = sh.quote(given.text);
			if (!quoted.ok) return {ok: false, name, why: quoted.why};
			lines.push(sh.set(name, quoted.text));
		}
		return {ok: true, text: lines.join('\n')};
	},
};
