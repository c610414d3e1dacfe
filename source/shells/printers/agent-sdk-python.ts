import {oneLine} from '../refuse.ts';
import {namedValues, secretNames} from './named-values.ts';
import type {Printer} from './printer.ts';

/** `env` is merged over os.environ, so what must be gone is given as empty. JSON strings are Python strings. */
export const agentSdkPython: Printer = {
	name: 'agent-sdk-python',
	title: 'the Claude Agent SDK for Python',
	file: 'where ClaudeAgentOptions is made',
	secrets: 'named',
	logins: 'there',
	print: wish => ({
		ok: true,
		text: [
			`# ${oneLine(wish.title)}. The secret comes from this program's own environment.`,
			...(secretNames(wish).length === 0 ? [] : ['import os', '']),
			`env = dict.fromkeys(${JSON.stringify(wish.unset.flat())}, "")`,
			'env.update({',
			...namedValues(wish, () => '').map(([name, text]) =>
				secretNames(wish).includes(name)
					? `    ${JSON.stringify(name)}: os.environ[${JSON.stringify(name)}],`
					: `    ${JSON.stringify(name)}: ${JSON.stringify(text)},`,
			),
			'})',
			'',
			'# ClaudeAgentOptions(env=env)',
		].join('\n'),
	}),
};
