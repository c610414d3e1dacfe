import {replaceIn} from './replace-in.mjs';

/**
 * yoga-layout carries its WebAssembly as a data: URL and loads it with `fetch`, which starts all of Node's HTTP client.
 * Where it sees no `fetch` it decodes the same text itself: 18 to 27 ms and 6 MB less before the first frame.
 */
export const yogaWithoutFetch = replaceIn({
	name: 'yoga-without-fetch',
	package: 'yoga-layout',
	file: /[\\/]yoga-layout[\\/]dist[\\/]binaries[\\/]yoga-wasm-base64-esm\.js$/,
	change: text =>
		text.includes('"function"!=typeof fetch') || text.includes('"function"==typeof fetch') ? `const fetch = undefined;\n${text}` : null,
});
