import type {IncomingMessage} from 'node:http';
import type {Body} from './body-keeper.ts';
import {type CredentialHeader, credentialHeaders} from './credential-headers.ts';
import {type Got, gotFrom} from './got.ts';
import {natureOf} from './nature.ts';
import type {Known} from './readers/read-by.ts';

/** A request as it is shown. Texts are as they came: who shows them makes them fit for it. */
export type Arrival = {
	readonly got: Got;
	/** Its size, also where it was too large to be looked at. */
	readonly bytes: number;
	readonly whole: boolean;
	readonly http: string;
	/** What the client says it is; null where it says nothing. */
	readonly agent: string | null;
	readonly version: string | null;
	readonly betas: readonly string[];
	readonly sent: readonly Known[];
};

export function arrivalOf(request: IncomingMessage, body: Body): Arrival {
	const {headers} = request;
	const betas = listOf(headers['anthropic-beta']);
	const sent: readonly CredentialHeader[] = credentialHeaders(request.headersDistinct);
	return {
		got: gotFrom(request.method ?? '', request.url ?? '', headers, body.bytes ?? Buffer.alloc(0)),
		bytes: body.size,
		whole: body.state === 'whole',
		http: request.httpVersion,
		agent: headers['user-agent'] ?? null,
		version: listOf(headers['anthropic-version'])[0] ?? null,
		betas,
		sent: sent.map(header => ({header, nature: natureOf(header, betas)})),
	};
}

function listOf(value: string | readonly string[] | undefined): readonly string[] {
	return [value ?? []]
		.flat()
		.flatMap(text => text.split(','))
		.map(text => text.trim())
		.filter(Boolean);
}
