import type {Machine} from '../machine/machine.ts';
import type {FileChange} from './change.ts';
import {readText} from './file-text.ts';
import type {Remark} from './mend-settings.ts';

/**
 * Comments that a mend takes out go into a file of ours: in our state folder and 0600, since people comment old keys out and a
 * file beside the settings could end in a repository.
 */
export function keepComments(
	named: string,
	comments: readonly Remark[],
	{files, environment}: Pick<Machine, 'files' | 'environment'>,
): {readonly change: FileChange; readonly note: string} {
	const slash = environment.platform === 'win32' ? '\\' : '/';
	const short = named.startsWith(environment.home) ? named.slice(environment.home.length) : named;
	const path = [environment.state, 'comments', `${short.replace(/[\\/:]+/g, '-').replace(/^-/, '')}.txt`].join(slash);
	const reading = files.read(path);
	const before = reading.state === 'bytes' ? reading.bytes : null;
	const earlier = before === null ? '' : `${readText(before).text}\n`;
	const text = comments.map(comment => `line ${comment.line}: ${comment.text}\n`).join('');
	const after = new TextEncoder().encode(`${earlier}${named}\n${text}`);
	const mode = environment.platform === 'win32' || reading.state === 'bytes' ? null : 0o600;
	return {
		change: {path, named: path, kind: 'own', before, after, mode, secret: true, entries: [{kind: 'whole-file'}]},
		note: `${comments.length === 1 ? 'The comment' : `The ${comments.length} comments`} of ${named} ${comments.length === 1 ? 'is' : 'are'} kept in ${path}.`,
	};
}
