import {isDeepStrictEqual} from 'node:util';
import type {Disk} from './disk.ts';

/** In `.claude.json`, which claude rewrites at every start, these alone are ours. */
const ours = ['env', 'primaryApiKey', 'customApiKeyResponses', 'hasCompletedOnboarding'];

/** What claude makes for itself while it runs, beside its settings. */
const ofClaude = /\.claude\.json(?:\.backup)?$|^\.config\/git\/|^\.claude\/(?!settings)|^\.(?:config\/claude|claude-work)\/(?!settings)/;

/** One sentence for each file that is not there with the very bytes and mode, as long as nobody else has written meanwhile. */
export function notTheSame(before: Disk, after: Disk): readonly string[] {
	const names = new Set([...before.names, ...after.names]);
	return [...names].flatMap(name => (before.whole(name) === after.whole(name) ? [] : [`${name} is not as it was`]));
}

/** One sentence for each file that undo did not bring back to its very bytes and mode; where claude wrote it as well, to what it held. */
export function notUndone(before: Disk, repaired: Disk, ran: Disk, undone: Disk): readonly string[] {
	const gone = [...before.names].flatMap(name => {
		// What was no JSON stays mended once claude has written into it: nobody can put the slip back into that.
		const wasMended = name.endsWith('.claude.json') && parsed(before.read(name)) === undefined && ran.whole(name) !== repaired.whole(name);
		if (wasMended) return parsed(undone.read(name)) === undefined ? [`after undo ${name} cannot be read`] : [];
		if (name.endsWith('.claude.json')) return ours.flatMap(member => notUndoneMember(name, member, before, undone));
		if (/fish_variables$|\.credentials\.json$/.test(name)) return [];
		// 2.0.77 writes settings anew at a start, with line ends of its own.
		const byClaude = name.endsWith('settings.json') && ran.whole(name) !== repaired.whole(name);
		if (byClaude && isDeepStrictEqual(parsed(before.read(name)), parsed(undone.read(name)))) return [];
		return before.whole(name) === undone.whole(name) ? [] : [`after undo ${name} is not as it was`];
	});
	const left = repaired.names.filter(name => !before.has(name) && undone.has(name) && !ofClaude.test(name));
	return [...gone, ...left.map(name => `after undo ${name} is still there`)];
}

function notUndoneMember(name: string, member: string, before: Disk, undone: Disk): readonly string[] {
	const [old, now] = [before, undone].map(disk => memberOf(disk.read(name), member));
	return isDeepStrictEqual(old, now) ? [] : [`after undo ${name} has another ${member}: ${JSON.stringify(now)}`];
}

function memberOf(text: string | null, member: string): unknown {
	return (parsed(text) as Record<string, unknown> | undefined)?.[member];
}

function parsed(text: string | null): unknown {
	try {
		return JSON.parse((text ?? '').replace(/^\uFEFF/, ''));
	} catch {
		return undefined;
	}
}
