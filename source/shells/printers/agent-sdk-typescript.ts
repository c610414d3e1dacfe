import {oneLine} from '../refuse.ts';
import {namedValues, secretNames} from './named-values.ts';
import type {Printer} from './printer.ts';

/** `options.env` replaces the environment, so the rest of it is carried over by hand; an absent name is an unset one. */
export const agentSdkTypescript: Printer = {
	name: 'agent-sdk-typescript',
	title: 'the Claude Agent SDK for TypeScript',
	file: 'where query() is called',
	secrets: 'named',
	logins: 'there',
	print: wish => ({
		ok: true,
		text: [
			`// ${oneLine(wish.title)}. The secret comes from this program's own environment.`,
			`const env: Record<string, string | undefined> = {...process.env};`,
			`for (const name of ${JSON.stringify(wish.unset.flat())}) delete env[name];`,
			...secretNames(wish).map(name => `if (!env[${JSON.stringify(name)}]) throw new Error(${JSON.stringify(`${name} is not set`)});`),
			...namedValues(wish, () => '')
				.filter(([name]) => !secretNames(wish).includes(name))
				.map(([name, text]) => `env[${JSON.stringify(name)}] = ${JSON.stringify(text)};`),
			'',
			'// query({prompt, options: {env}})',
		].join('\n'),
	}),
};
