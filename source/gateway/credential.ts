import type {IncomingHttpHeaders} from 'node:http';
import {Secret} from '../credentials/secret.ts';

/** Which header a server reads its credential from. */
export type Expected = 'bearer' | 'x-api-key' | 'both-same' | 'none';

/** What a request carried as a credential: enough to judge and to show, the text only as a secret. */
export type Carried = {
	readonly authorization: Credential | null;
	readonly xApiKey: Credential | null;
};

export type Credential = {
	/** As written before the value; `raw` where there is no scheme. */
	readonly scheme: 'Bearer' | 'Basic' | 'other' | 'raw';
	readonly value: Secret;
};

export function carriedBy(headers: IncomingHttpHeaders): Carried {
	const key = headers['x-api-key'];
	return {
		authorization: headers.authorization === undefined ? null : readCredential(headers.authorization),
		xApiKey: key === undefined ? null : {scheme: 'raw', value: new Secret(String(key))},
	};
}

/** A header's value, split into scheme and secret. */
export function readCredential(text: string): Credential {
	const [, scheme = '', value = ''] = /^(\S+)(?:\s+(.*))?$/s.exec(text) ?? [];
	if (/^bearer$/i.test(scheme)) return {scheme: 'Bearer', value: new Secret(value)};
	if (/^basic$/i.test(scheme)) return {scheme: 'Basic', value: new Secret(value)};
	return value === '' ? {scheme: 'raw', value: new Secret(text)} : {scheme: 'other', value: new Secret(value)};
}

/** How a request's credential compares with what the server was told to expect. */
export type Verdict = 'accepted' | 'missing' | 'unknown' | 'second';

/** `secret` null accepts any value; `second` says what becomes of a credential in the header that is not read. */
export function judgeCredential(
	{authorization, xApiKey}: Carried,
	expected: {readonly header: Expected; readonly secret: Secret | null; readonly second: 'ignored' | 'refused'},
): Verdict {
	const bearer = authorization?.scheme === 'Bearer' && authorization.value.length > 0 ? authorization.value : null;
	const key = xApiKey !== null && xApiKey.value.length > 0 ? xApiKey.value : null;
	const known = (value: Secret) => (expected.secret === null || value.equals(expected.secret) ? 'accepted' : 'unknown');
	const alone = (value: Secret | null, other: unknown): Verdict => {
		if (value === null) return 'missing';
		return other !== null && expected.second === 'refused' ? 'second' : known(value);
	};
	switch (expected.header) {
		case 'bearer':
			return alone(bearer, xApiKey);
		case 'x-api-key':
			return alone(key, authorization);
		case 'both-same':
			if (bearer === null || key === null) return 'missing';
			return bearer.equals(key) ? known(key) : 'unknown';
		case 'none':
			return expected.second === 'refused' && (authorization !== null || xApiKey !== null) ? 'second' : 'accepted';
	}
}
