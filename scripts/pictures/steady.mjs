/** @typedef {readonly (readonly import('./screen.mjs').Cell[])[]} Frame */

/**
 * The same frame whenever it is taken: a port and the ID of a change are put in words of the same length that stay. Nothing of
 * this computer and no key may stand in it.
 * @param {Frame} frame @param {string} home @param {string | null} port @param {readonly string[]} secrets @returns {Frame}
 */
export function steady(frame, home, port, secrets) {
	for (const alien of [home, ...secrets]) {
		if (frame.some(row => textOf(row).includes(alien))) throw new Error('The frame shows the temporary home or a key.');
	}
	return frame.map(row => {
		const text = textOf(row);
		let calm = text.replace(/\b\d{8}-\d{6}-[0-9a-f]{4}\b/, '20260102-030405-c0de');
		if (port !== null) calm = calm.replaceAll(`127.0.0.1:${port}`, `127.0.0.1:${'4'.padEnd(port.length, '0')}`);
		if (calm === text) return row;
		if (calm.length !== row.length) throw new Error(`A row with wide characters cannot be put in other words: ${text}`);
		return row.map((cell, index) => ({...cell, text: calm[index] ?? ' '}));
	});
}

/** @param {Frame[number]} row */
function textOf(row) {
	return row.map(({text}) => text).join('');
}
