import type {NamedFile} from '../places/named-files.ts';
import type {Finding} from './finding.ts';
import {inForce} from './in-force.ts';
import type {Problem, Situation} from './problem.ts';

/**
 * NODE_EXTRA_CA_CERTS names the certificates of a company that re-signs encrypted connections, and does nothing: the file is not there,
 * or the version reads the variable too late. claude says so on stderr at most, and fails only where a connection is re-signed.
 */
export const tlsIntercept: Problem = {
	id: 'tls-intercept',
	diagnose(situation) {
		const {headless, named, live} = situation;
		const fact = inForce(headless, 'NODE_EXTRA_CA_CERTS');
		if (fact === null || fact.state !== 'text') return [];
		const file = named.get(fact);
		const flaw = (file === undefined ? null : flawOf(file, fact.shown)) ?? (isLate(situation, fact.place) ? late : null);
		if (flaw === null) return [];
		const finding: Finding = {
			id: 'tls-intercept',
			severity: live?.trial.cause === 'tls-intercept' ? 'error' : 'warning',
			title: `NODE_EXTRA_CA_CERTS does nothing: ${flaw.what}`,
			why: `${flaw.why} Where a company proxy or virus scanner re-signs connections, claude then fails with a certificate error.`,
			evidence: [fact],
			fix: {summary: flaw.fix, edits: [], command: flaw === late ? `export NODE_EXTRA_CA_CERTS=${fact.shown}` : null},
		};
		return [finding];
	},
};

type Flaw = {readonly what: string; readonly why: string; readonly fix: string};

const right = 'Name the PEM file of the company’s certificate by its whole path, or unset the variable.';

const late: Flaw = {
	what: 'this version reads it too late from settings',
	why: 'Up to 2.0 claude takes it from the shell that starts it only; newer versions take it from settings too.',
	fix: 'Export it in the startup file of your shell, or update claude.',
};

function flawOf(file: NamedFile, shown: string): Flaw | null {
	switch (file.kind) {
		case 'nothing':
			return /^["']/.test(shown)
				? {what: 'its value has quotes in it', why: 'The quotes count as part of the path.', fix: right}
				: shown.startsWith('~')
					? {what: 'its path begins with ~', why: 'Only a shell makes a home folder of it, and here none did.', fix: right}
					: {what: 'the file is not there', why: 'claude ignores the variable with one line on stderr.', fix: right};
		case 'unreadable':
			return {what: 'the file cannot be read', why: 'This user may not read it, so claude ignores it.', fix: right};
		case 'folder':
			return {what: 'it names a folder', why: 'It takes one file.', fix: right};
		case 'file':
			return file.pem
				? null
				: {
						what: 'the file holds no certificate',
						why: 'It takes PEM text (-----BEGIN CERTIFICATE-----), and ignores anything else.',
						fix: right,
					};
	}
}

/** Measured: 2.0.77 does not take it from settings, 2.1.197 and 2.1.329 do. */
function isLate({claude}: Situation, place: string): boolean {
	return place !== 'shell' && /^(?:1|2\.0)\./.test(claude.chosen?.version ?? '');
}
