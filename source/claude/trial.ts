import type {Asked} from './ask.ts';
import {type Judgement, judge, type Known} from './judge.ts';
import type {Probed} from './probe.ts';
import {readProbe} from './probe-reading.ts';
import {showAddress, showable} from './showable.ts';

/** What came of proving a setup: the object of `wizard check --json`, but for its schema number. */
export type Trial = {
	readonly ok: boolean;
	/** Whose answer it goes by. */
	readonly through: 'claude' | 'probe';
	/** HTTP status; null where none is known. */
	readonly status: number | null;
	/** One line of what came back, sanitised and masked, at most 300 characters. */
	readonly shown: string;
	/** A label of the taxonomy, `unknown` where nothing fits, null where all is well. */
	readonly cause: Judgement['cause'];
	readonly ms: number;
	/** Our own plain request; null where none could be made. */
	readonly probe: {readonly status: number | null; readonly url: string; readonly server: string | null} | null;
	/** Size of the messages request's body; null where it went out by claude and nobody measured it. */
	readonly requestBytes: number | null;
};

/** Everything that was asked in one trial. A redirect or a cancelled run leaves `asked` null. */
export type Tried = {
	readonly asked: Asked | null;
	readonly probed: Probed | null;
	/** The same credential in the other header; null where that was not asked. */
	readonly other: Probed | null;
	readonly known: Known;
	/** As measured by a server of ours; null where the request went elsewhere. */
	readonly measured: number | null;
};

export function trialOf({asked, probed, other, known, measured}: Tried): Trial {
	const reading = probed === null ? null : readProbe(probed.wish.url, probed.reply, known);
	const otherReading = other === null ? null : readProbe(other.wish.url, other.reply, known);
	const {ok, cause, text, status} = judge(asked, reading, otherReading, known);
	const answered = probed?.reply.state === 'answered' ? probed.reply : null;
	return {
		ok,
		through: asked === null ? 'probe' : 'claude',
		status: status ?? (asked === null ? (answered?.status ?? null) : null),
		shown: showable(text),
		cause,
		ms: asked?.ms ?? probed?.reply.ms ?? 0,
		probe:
			probed === null
				? null
				: {status: answered?.status ?? null, url: showAddress(probed.wish.url) ?? '', server: serverOf(answered?.headers)},
		requestBytes: asked === null ? (probed?.bytes ?? null) : measured,
	};
}

/** Which program answered is often the finding itself: a router's management page, a proxy, a captive portal. */
function serverOf(headers: Readonly<Record<string, string>> | undefined): string | null {
	const name = headers?.['server'] ?? headers?.['x-powered-by'] ?? null;
	return name === null ? null : showable(name).slice(0, 60);
}
