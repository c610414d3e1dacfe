import {oneLine} from '../refuse.ts';
import {namedValues} from './named-values.ts';
import type {Printer} from './printer.ts';

/** remoteEnv reaches the editor's processes without a rebuild; null takes a variable of the image away (its schema allows it). */
export const devcontainer: Printer = {
	name: 'devcontainer',
	title: 'a dev container',
	file: '.devcontainer/devcontainer.json',
	secrets: 'named',
	logins: 'absent',
	print: wish => {
		const cleared = wish.unset.flat().map(name => [name, null] as const);
		const remoteEnv = Object.fromEntries([...namedValues(wish, name => `\${localEnv:${name}}`), ...cleared]);
		const [, ...body] = JSON.stringify({remoteEnv}, null, '\t').split('\n');
		// Comments are allowed here. A folder for Claude Code's own state has to outlive the container.
		return {
			ok: true,
			text: [
				'{',
				`\t// .devcontainer/devcontainer.json: ${oneLine(wish.title)}. The secret comes from the machine the container is started on.`,
				'\t// Logins and answers survive a rebuild with a volume at ~/.claude and CLAUDE_CONFIG_DIR set to it.',
				...body,
			].join('\n'),
		};
	},
};
