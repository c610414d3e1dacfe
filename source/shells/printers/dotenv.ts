import {hashComment, plainFile} from './plain-lines.ts';
import type {Printer} from './printer.ts';

export const dotenv: Printer = {
	name: 'dotenv',
	title: 'programs that load a .env file',
	file: '.env',
	secrets: 'held',
	logins: 'there',
	print: wish =>
		plainFile(wish, {
			head: [
				hashComment(`.env: ${wish.title}`),
				'# Keep it out of git. Claude Code itself reads no .env; most loaders let a variable that is already set win.',
			],
			missing: name => `# ${name}=   (the secret goes here)`,
		}),
};
