import type {Draft} from '../draft.ts';
import {consoleKey, routerKey} from '../held.ts';
import {quoted} from '../quoting.ts';
import {type Fault, old} from './fault.ts';

type Pair = readonly [variable: string, value: string];

/** An alias or function that gives claude a credential of its own each time it is typed. */
function wrapper(name: string, write: (draft: Draft, command: string, pairs: readonly string[], names: readonly Pair[]) => string): Fault {
	return {
		name,
		fits: ({command}) => command === 'claude',
		put: draft => {
			const {random, shell} = draft;
			draft.command = random.pick(['claude', 'claude', 'cc', 'work-claude']);
			const pairs = random.shuffled<Pair>([
				['ANTHROPIC_API_KEY', old(draft, consoleKey(random))],
				['ANTHROPIC_AUTH_TOKEN', old(draft, routerKey(random))],
				['ANTHROPIC_BASE_URL', 'http://127.0.0.1:9'],
			]);
			const names = pairs.slice(0, random.pick([1, 1, 2]));
			const words = names.map(([variable, value]) => `${variable}=${quoted(value, shell, random)}`);
			// fish also looks for a function in a file of its name.
			const autoloaded = shell === 'fish' && name.startsWith('function') && draft.command === 'claude' && random.chance(0.5);
			const file = autoloaded ? '.config/fish/functions/claude.fish' : (draft.layout.files[0] ?? '');
			draft.block(file, write(draft, draft.command, words, names), 'fault');
		},
	};
}

export const wrappers: readonly Fault[] = [
	wrapper('alias-with-prefix', ({shell}, command, words) => {
		const line = `${words.map(word => word.replaceAll("'", '"')).join(' ')} ${command === 'claude' && shell === 'fish' ? 'command ' : ''}claude`;
		return shell === 'fish' ? `alias ${command} '${line}'` : `alias ${command}='${line}'`;
	}),
	wrapper('alias-with-env', ({shell}, command, words) => {
		const line = `env ${words.map(word => word.replaceAll("'", '"')).join(' ')} claude`;
		return shell === 'fish' ? `alias ${command}='${line}'` : `alias ${command}='${line}'`;
	}),
	wrapper('function-with-prefix', ({shell}, command, words) =>
		shell === 'fish'
			? `function ${command}\n    ${words.join(' ')} command claude $argv\nend`
			: `${command}() {\n  ${words.join(' ')} command claude "$@"\n}`,
	),
	wrapper('function-with-export', ({shell, random}, command, words, names) =>
		shell === 'fish'
			? `function ${command}\n${names.map(([name, value]) => `    set -lx ${name} ${quoted(value, shell, random)}\n`).join('')}    command claude $argv\nend`
			: `${command}() {\n${words.map(word => `  export ${word}\n`).join('')}  command claude "$@"\n}`,
	),
	{
		name: 'script-named-claude',
		fits: ({command}) => command === 'claude',
		put: draft => {
			const {random, shell, layout} = draft;
			const [name, value] = random.pick<Pair>([
				['ANTHROPIC_API_KEY', old(draft, consoleKey(random))],
				['ANTHROPIC_AUTH_TOKEN', old(draft, routerKey(random))],
				['ANTHROPIC_BASE_URL', 'http://127.0.0.1:9'],
			]);
			const real = random.pick(['~/.local/bin/claude', '"$HOME/.local/bin/claude"']);
			const text = random.pick([
				`#!/bin/sh\nexport ${name}='${value}'\nexec ${real} "$@"\n`,
				`#!/usr/bin/env bash\nset -e\n# mine\n${name}=${value} exec ${real} "$@"\n`,
				`#!/bin/bash\nexec env ${name}="${value}" MY_OWN=1 ${real} "$@"\n`,
				`#!/bin/sh\n[ -n "$${name}" ] || export ${name}=${value}\n${real} "$@"\n`,
				`#!/usr/bin/env node\nprocess.env.${name} = '${value}';\nconst {spawnSync} = require('node:child_process');\nprocess.exit(spawnSync(process.env.HOME + '/.local/bin/claude', process.argv.slice(2), {stdio: 'inherit'}).status);\n`,
			]);
			// What another language sets is cancelled in settings alone, and the address is set there.
			const isShell = !text.includes('node');
			draft.whole(
				'bin/claude',
				isShell || draft.store === 'settings' ? text : `#!/bin/sh\nexport ${name}=${value}\nexec ${real} "$@"\n`,
				0o755,
			);
			const [file = ''] = layout.fixed.find(([, line]) => line.includes('.local/bin')) ?? [];
			draft.block(file, shell === 'fish' ? 'fish_add_path -gP ~/bin' : 'export PATH="$HOME/bin:$PATH"', 'kept', 'end');
		},
	},
];
