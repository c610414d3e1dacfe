import type {Machine, Reading} from '../machine/machine.ts';
import type {FileFact, PlaceId, Trouble} from './fact.ts';
import {pathOf} from './roots.ts';

/** Startup and env files are small; a larger one is no such file. */
const limit = 1024 * 1024;

export type TextFile =
	| {readonly state: 'absent'}
	| {readonly state: 'unreadable'; readonly fact: FileFact}
	| {readonly state: 'text'; readonly text: string; readonly mode: number};

/** A file of lines as text, every character where its bytes are; one that cannot be read is a fact about itself. */
export function fileAsText(machine: Machine, place: PlaceId, path: string): TextFile {
	const reading = machine.files.read(path, limit);
	switch (reading.state) {
		case 'absent':
			return reading;
		case 'unreadable':
			return {state: 'unreadable', fact: fileFact(machine, place, path, {state: 'unreadable', why: whyUnreadable(reading)})};
		case 'bytes':
			return {state: 'text', text: decode(reading.bytes), mode: reading.stat.mode};
	}
}

export function fileFact(
	machine: Machine,
	place: PlaceId,
	path: string,
	is: {readonly state: 'text'; readonly troubles: readonly Trouble[]} | {readonly state: 'unreadable'; readonly why: string},
): FileFact {
	return {
		kind: 'file',
		place,
		file: path,
		line: null,
		column: null,
		variable: pathOf(machine.environment).basename(path),
		state: is.state,
		value: null,
		shown: '',
		why: is.state === 'unreadable' ? is.why : null,
		troubles: is.state === 'text' ? is.troubles : [],
		top: null,
		keys: [],
	};
}

function whyUnreadable({why}: Extract<Reading, {state: 'unreadable'}>): string {
	switch (why) {
		case 'denied':
			return 'this user may not read it';
		case 'not-a-file':
			return 'it is no regular file';
		case 'too-large':
			return 'it is larger than 1 MiB';
		case 'link-loop':
			return 'its links lead in a circle';
		case 'failed':
			return 'reading it failed';
	}
}

/** Old startup files hold comments in one-byte encodings; each byte is then one character. A byte order mark stays. */
function decode(bytes: Uint8Array): string {
	try {
		return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes);
	} catch {
		return Buffer.from(bytes).toString('latin1');
	}
}
