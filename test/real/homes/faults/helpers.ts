import type {Draft} from '../draft.ts';
import {routerKey} from '../held.ts';
import {type Fault, old} from './fault.ts';

function helper(name: string, command: (draft: Draft) => string): Fault {
	return {
		name,
		put: draft => {
			draft.anySettings().members['apiKeyHelper'] = command(draft);
		},
	};
}

/** An apiKeyHelper of an earlier life. */
export const helpers: readonly Fault[] = [
	helper('helper-fails', ({random}) =>
		random.pick(['exit 3', '/nowhere/get-key.sh', 'cat ~/.no-such-key', 'op read op://Private/none/key']),
	),
	helper('helper-rubbish', ({random}) =>
		random.pick(['echo not a key at all', 'printf "line 1\\nline 2\\n"', 'echo "error: locked" >&2; echo', 'uname -a']),
	),
	helper('helper-old-key', draft => {
		draft.whole('bin/get-key.sh', `#!/bin/sh\necho ${old(draft, routerKey(draft.random))}\n`, 0o755);
		return draft.random.pick(['~/bin/get-key.sh', '{{home}}/bin/get-key.sh', 'sh $HOME/bin/get-key.sh']);
	}),
];
