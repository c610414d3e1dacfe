import {quote} from './failures/quote.ts';

/** As it may be shown: one line, masked, without control characters, at most 300 characters; addresses in it stay readable. */
export function showable(text: string): string {
	const addresses: string[] = [];
	const line = text.replace(/[\uE000-\uF8FF]/g, '').replace(/\s*\n\s*/g, ' ');
	const kept = line.replace(/https?:\/\/[^\s"'<>)\]}]+/g, address => {
		const shown = showAddress(address);
		return shown === null ? address : String.fromCharCode(0xe000 + addresses.push(shown) - 1);
	});
	const safe = quote(kept, longest).replace(/[\uE000-\uF8FF]/g, mark => addresses[mark.charCodeAt(0) - 0xe000] ?? '');
	return safe.length > longest ? `${safe.slice(0, longest - 1)}…` : safe;
}

const longest = 300;

/** Without user info, query and fragment; a part of the path that could be a key is masked by itself. Null where it is no address. */
export function showAddress(text: string): string | null {
	if (!URL.canParse(text)) return null;
	const {origin, pathname} = new URL(text);
	return `${origin}${pathname
		.split('/')
		.map(part => quote(part))
		.join('/')}`;
}
