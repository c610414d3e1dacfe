import {readdirSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

export type Fixture = {readonly name: string; readonly bytes: Uint8Array; readonly text: string};

/** The nasty files of test/fixtures/settings, or of one folder in it. */
export function fixtures(folder = ''): readonly Fixture[] {
	const root = fileURLToPath(new URL(`../fixtures/settings/${folder}`, import.meta.url));
	return readdirSync(root)
		.filter(name => name.endsWith('.json'))
		.map(name => {
			const bytes = new Uint8Array(readFileSync(`${root}/${name}`));
			return {name, bytes, text: new TextDecoder('utf-8', {ignoreBOM: true}).decode(bytes)};
		});
}

export function fixture(name: string): string {
	return new TextDecoder('utf-8', {ignoreBOM: true}).decode(
		readFileSync(fileURLToPath(new URL(`../fixtures/settings/${name}`, import.meta.url))),
	);
}

/** As Claude Code reads it, with the mark at the start that JSON.parse alone would refuse. */
export function parse(text: string): unknown {
	return JSON.parse(text.replace(/^\uFEFF/, ''));
}

/** What is left of the new text when its common beginning and end with the old one are taken away, and the same of the old. */
export function difference(old: string, now: string): {readonly gone: string; readonly come: string} {
	let start = 0;
	while (start < old.length && start < now.length && old[start] === now[start]) start++;
	let end = 0;
	while (end < old.length - start && end < now.length - start && old[old.length - 1 - end] === now[now.length - 1 - end]) end++;
	return {gone: old.slice(start, old.length - end), come: now.slice(start, now.length - end)};
}
