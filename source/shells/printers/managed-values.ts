import type {Wish} from '../wish.ts';

/** Where an administrator puts the credential: a file that the users of the machine may read, and nobody else can change. */
const credentialFile = {
	unix: '/etc/claude-code/credential',
	windows: 'C:\\Program Files\\ClaudeCode\\credential.txt',
} as const;

/**
 * A wish as managed settings. They are strict JSON, and every user of the machine may read them: the secret stays out and comes by
 * apiKeyHelper, whose output claude sends in both headers. Empty texts cancel what users have set; settings cannot unset.
 */
export function managedValues(wish: Wish, system: keyof typeof credentialFile): Readonly<Record<string, unknown>> {
	const plain = wish.set.flatMap(({name, value}) => (value.kind === 'plain' ? [[name, value.text] as const] : []));
	const secret = wish.set.some(({value}) => value.kind === 'secret');
	const carriers = wish.set.flatMap(({name, value}) => (value.kind === 'secret' ? [name] : []));
	const cleared = [...carriers, ...wish.unset.flat()].filter(name => !plain.some(([set]) => set === name)).map(name => [name, ''] as const);
	const file = credentialFile[system];
	const helper = system === 'unix' ? `cat ${file}` : `type "${file}"`;
	return {
		...(secret ? {apiKeyHelper: helper} : {forceLoginMethod: 'claudeai'}),
		env: Object.fromEntries([...plain, ...cleared]),
	};
}
