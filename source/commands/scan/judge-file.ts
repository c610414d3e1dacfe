import type {BytePath} from '../../machine/machine.ts';
import {showValue} from '../../places/show.ts';
import {type Candidate, isJson} from './candidate.ts';
import {type Author, judgeAddress} from './judge-address.ts';
import {keyDraft} from './judge-key.ts';
import {judgeServer} from './judge-server.ts';
import {judgeSetting} from './judge-setting.ts';
import {type FoundKey, keysIn} from './keys-in.ts';
import type {Draft, ScanFinding, Spot} from './scan-finding.ts';
import {nameOf, type Value} from './value.ts';
import type {Contents} from './values-in.ts';

export type Judged = {readonly findings: readonly ScanFinding[]; readonly drafts: readonly Draft[]};

/** What the contents of one file mean. `own`: the user's settings for all projects, where addresses and helpers are the user's wish. */
export function judgeFile(contents: Contents, candidate: Candidate, file: BytePath, own: boolean): Judged {
	const findings: ScanFinding[] = [];
	const drafts: Draft[] = [];
	const {flaw} = contents;
	if (flaw !== null && candidate !== 'spare-settings') findings.push(invalid(flaw, candidate, file));
	const inUse = (finding: ScanFinding | null) => (finding === null || flaw === null ? finding : onceValid(finding));
	const add = (finding: ScanFinding | null) => {
		const one = inUse(finding);
		if (one !== null) findings.push(one);
	};
	for (const value of contents.values) {
		const spot = () => spotOf(value, candidate, file);
		for (const key of keysIn(value)) drafts.push(keyDraft(key, keySpot(key, spot())));
		if (own) continue;
		switch (candidate) {
			case 'project-settings':
				add(judgeEntry(value, 'project', spot));
				break;
			case 'local-settings':
				// Whose settings these are, git knows: the user's own are not in the repository.
				if (judgeEntry(value, 'user', spot) !== null || judgeEntry(value, 'project', spot) !== null)
					drafts.push({file, mark: null, decide: state => inUse(judgeEntry(value, state === 'tracked' ? 'project' : 'user', spot))});
				break;
			case 'mcp-servers':
				add(judgeServer(value, contents.values, spot));
				break;
			case 'env-file':
			case 'direnv':
				add(judgeAddress(nameOf(value), value.text, 'other-program', spot));
				break;
			case 'spare-settings':
			case 'stored-login':
				break;
		}
	}
	return {findings, drafts};
}

/** claude skips a broken file, so nothing in it happens yet. */
function onceValid(finding: ScanFinding): ScanFinding {
	const severity = finding.severity === 'error' ? 'warning' : finding.severity;
	return {...finding, severity, why: `Not yet, because claude skips the file; once it is valid: ${finding.why}`};
}

function judgeEntry(value: Value, author: Author, spot: () => Spot): ScanFinding | null {
	const [first, name = '', ...more] = value.trail;
	const address = first === 'env' && more.length === 0 ? judgeAddress(name, value.text, author, spot) : null;
	return address ?? judgeSetting(value, author, spot);
}

/** A key is shown by its own mask, whatever stands around it. */
export function keySpot({shown}: FoundKey, {place, file, line, column, variable}: Spot): Spot {
	return {place, file, line, column, variable, shown};
}

export function spotOf(value: Value, candidate: Candidate, file: BytePath): Spot {
	const variable = nameOf(value);
	return {
		place: candidate,
		file,
		line: value.line,
		column: value.column,
		variable,
		shown: showValue(variable, value.text),
	};
}

function invalid({line, column, message}: NonNullable<Contents['flaw']>, candidate: Candidate, file: BytePath): ScanFinding {
	const skips =
		candidate === 'mcp-servers' ? 'claude starts none of its servers.' : 'claude skips the whole file, with claude -p without a word.';
	return {
		id: 'settings-invalid',
		severity: 'warning',
		title: 'A settings file is not valid JSON',
		why: `Line ${line}, column ${column}: ${message}. ${isJson(candidate) ? skips : ''}`.trim(),
		spot: {place: candidate, file, line, column, variable: file.split(/[/\\]/).at(-1) ?? '', shown: ''},
		git: null,
		commit: null,
		fix: {summary: 'Mend the file.', command: null},
	};
}
