import type {Fact, PlaceId} from '../places/fact.ts';
import {printable} from '../places/show.ts';
import {wantsEmptyKey} from '../providers/wants-empty-key.ts';
import type {Header, Resolution} from '../request/request.ts';
import {tilde} from './tilde.ts';

/** SOURCE of contract.md: where a value comes from and what became of it. The value itself is never in it. */
export type SourceJson = {
	readonly place: PlaceId;
	readonly variable: string;
	readonly in?: PlaceId;
	readonly file: string | null;
	readonly line: number | null;
	readonly column: number | null;
	readonly state: Fact['state'];
	readonly shown: string;
	readonly wins: boolean;
	readonly reason: string;
	readonly sometimes?: true;
};

export function sourceJson(fact: Fact, resolution: Resolution, home: string): SourceJson {
	const verdict = resolution.judged.find(candidate => candidate.fact === fact);
	return {
		place: fact.place,
		variable: printable(fact.variable),
		...(fact.kind === 'setting' && fact.in !== fact.place ? {in: fact.in} : {}),
		file: fact.file === null ? null : printable(tilde(fact.file, home)),
		line: fact.line,
		column: fact.column,
		state: verdict?.state ?? fact.state,
		shown: fact.shown,
		wins: verdict?.wins ?? false,
		reason: printable(tilde(emptyOnPurpose(fact, resolution) ?? verdict?.reason ?? fact.why ?? notUsed(fact.place), home)),
	};
}

/** An empty key beside a token looks like a slip, and is what some manuals ask for. */
function emptyOnPurpose({variable, state, why}: Fact, {request}: Resolution): string | null {
	if (variable !== 'ANTHROPIC_API_KEY' || state !== 'empty' || why !== null || !request.sends) return null;
	const maker = wantsEmptyKey(request.url);
	return maker === null ? null : `empty, and that is right: ${maker} asks for it`;
}

export function headerJson(header: Header | null, resolution: Resolution, home: string): SourceJson | null {
	if (header === null) return null;
	const source = sourceJson(header.fact, resolution, home);
	return {
		...source,
		state: header.empty ? 'empty' : source.state,
		wins: true,
		...(header.sometimes ? {sometimes: true as const} : {}),
	};
}

/** For what no rule of the request speaks of: it may matter to another process, not to a `claude` started here. */
function notUsed(place: PlaceId): string {
	switch (place) {
		case 'startup-file':
		case 'fish-universal':
			return 'takes effect when a new shell starts';
		case 'env-file':
			return 'read by other tools, not by claude';
		case 'system-environment':
			return 'takes effect at the next login';
		case 'editor-settings':
			return 'counts inside the editor only';
		case 'desktop-settings':
			return 'counts in Claude Desktop only';
		case 'parent-process':
			return 'belongs to a program this shell was started from';
		case 'shell':
		case 'user-settings':
		case 'project-settings':
		case 'local-settings':
		case 'managed-settings':
		case 'managed-drop-in':
		case 'global-config':
		case 'login':
		case 'helper':
		case 'secret-store':
		case 'profile':
			return 'has no part in the request';
	}
}
