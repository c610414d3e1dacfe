import type {Environment, Machine, Reading, Stat} from '../machine/machine.ts';
import {decode, decodeUtf8} from './decode.ts';
import type {FileFact, PlaceId, Trouble} from './fact.ts';
import {pathOf} from './roots.ts';

/** A file that was read, or the fact that says why it was not. */
export type FileText =
	| {readonly state: 'text'; readonly text: string; readonly fact: FileFact}
	| {readonly state: 'absent' | 'empty' | 'unreadable'; readonly text: null; readonly fact: FileFact};

/** Without a limit of its own a file is read up to the 2 MiB at which Claude Code stops. */
export function readText(machine: Machine, place: PlaceId, file: string, limit?: number): FileText {
	const {environment, files} = machine;
	const reading = files.read(file, limit);
	const absent: FileFact = {
		kind: 'file',
		place,
		file,
		line: null,
		column: null,
		variable: pathOf(environment).basename(file),
		state: 'absent',
		value: null,
		shown: '',
		why: null,
		troubles: [],
		top: null,
		keys: [],
	};
	switch (reading.state) {
		case 'absent':
			return {state: 'absent', text: null, fact: absent};
		case 'unreadable': {
			const troubles: Trouble[] = reading.why === 'too-large' ? [{kind: 'too-large', bytes: files.stat(file, 'follow')?.size ?? 0}] : [];
			return {state: 'unreadable', text: null, fact: {...absent, state: 'unreadable', why: whyUnreadable(reading), troubles}};
		}
		case 'bytes': {
			const {text, troubles} = (place === 'global-config' ? decodeUtf8 : decode)(reading.bytes);
			const fact = {...absent, shown: `${reading.bytes.length} bytes`, troubles: [...troubles, ...ownerTrouble(environment, reading.stat)]};
			// An empty file counts as an empty object for claude (measured on 2.0.77, 2.1.100, 2.1.329), so it is no syntax error.
			if (text.trim() === '') return {state: 'empty', text: null, fact: {...fact, state: 'empty'}};
			return {state: 'text', text, fact: {...fact, state: 'text'}};
		}
	}
}

function whyUnreadable(reading: Reading & {state: 'unreadable'}): string {
	switch (reading.why) {
		case 'denied':
			return 'this user may not read it';
		case 'not-a-file':
			return 'it is no regular file';
		case 'too-large':
			return 'it is larger than the 2 MiB that claude reads';
		case 'link-loop':
			return 'its links lead in a circle';
		case 'failed':
			return 'reading it failed';
	}
}

/** What an administrator owns is as it should be; a file of another user can be changed by that user. */
function ownerTrouble({uid}: Environment, stat: Stat): readonly Trouble[] {
	return uid === -1 || stat.uid === uid || stat.uid === 0 ? [] : [{kind: 'other-owner', uid: stat.uid}];
}

/** The trouble of a file that holds a secret and that other accounts of the machine can read. */
export function exposure(machine: Machine, file: string): readonly Trouble[] {
	const stat = machine.environment.platform === 'win32' ? null : machine.files.stat(file, 'follow');
	return stat !== null && (stat.mode & 0o044) !== 0 ? [{kind: 'readable-by-others', mode: stat.mode}] : [];
}
