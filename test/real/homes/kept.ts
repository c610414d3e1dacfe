import {isDeepStrictEqual} from 'node:util';
import type {Disk} from './disk.ts';
import type {Home} from './home.ts';
import type {Filled} from './put-home.ts';

/** One sentence for each thing that was lost and is not about credentials. */
export function lost(home: Home, before: Disk, after: Disk, fill: Filled, live: boolean): readonly string[] {
	return [...lostLines(home, after, fill), ...lostMembers(home, after, fill), ...lostJsonLines(home, before, after, live)];
}

function lostLines({lines}: Home, after: Disk, fill: Filled): readonly string[] {
	return Object.entries(lines).flatMap(([file, kept]) => {
		const now = after.read(file)?.split('\n') ?? [];
		let from = 0;
		return kept.flatMap(line => {
			const at = now.indexOf(fill(line), from);
			if (at < 0) return [`${file} lost the line ${JSON.stringify(line)}`];
			from = at + 1;
			return [];
		});
	});
}

function lostMembers({members}: Home, after: Disk, fill: Filled): readonly string[] {
	return Object.entries(members).flatMap(([name, value]) => {
		const [file = '', ...path] = splitName(name);
		const now = path.reduce<unknown>((inside, step) => (inside as Record<string, unknown> | undefined)?.[step], parsed(after.read(file)));
		return isDeepStrictEqual(now, JSON.parse(fill(JSON.stringify(value))))
			? []
			: [`${file} lost ${path.join('.')}: it is ${JSON.stringify(now)}`];
	});
}

/** "work/.claude/settings.json#env/NAME" */
function splitName(name: string): readonly string[] {
	const [file = '', path = ''] = name.split('#');
	return [file, ...path.split('/')];
}

/** Every line of a JSON file that could be read stays as it was, except for the comma behind it. */
function lostJsonLines({entries, faults}: Home, before: Disk, after: Disk, live: boolean): readonly string[] {
	return entries.flatMap(({path: file}) => {
		// claude writes it anew, in an order of its own, whenever it runs.
		if (live && file.endsWith('.claude.json')) return [];
		if (!file.endsWith('.json') || file.endsWith('.credentials.json')) return [];
		const [old, now] = [before.read(file), after.read(file)].map(text => text?.split('\n').map(line => line.replace(/,?\r?$/, ''))) as [
			string[] | undefined,
			string[] | undefined,
		];
		if (old === undefined || old.length < 3 || parsed(before.read(file)) === undefined || faults.includes('settings-wrong-type')) return [];
		let from = 0;
		return old.flatMap(line => {
			if (/ANTHROPIC|CLAUDE_CODE|PROXY|apiKeyHelper|primaryApiKey|customApiKey|approved|rejected|"env"|^[\s{}[\]"\w+/=-]*$/i.test(line))
				return [];
			const at = now?.indexOf(line, from) ?? -1;
			if (at < 0) return [`${file} lost the line ${JSON.stringify(line)}`];
			from = at + 1;
			return [];
		});
	});
}

function parsed(text: string | null): unknown {
	try {
		return text === null ? undefined : JSON.parse(text.replace(/^\uFEFF/, ''));
	} catch {
		return undefined;
	}
}
