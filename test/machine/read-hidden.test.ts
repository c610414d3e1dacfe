import {EventEmitter} from 'node:events';
import {describe, expect, it} from 'vitest';
import {type Keyboard, readHidden} from '../../source/machine/read-hidden.ts';

/** A terminal that notes whether it shows what is typed. */
function keyboard() {
	const raw: boolean[] = [];
	const stream = Object.assign(new EventEmitter(), {
		setRawMode: (on: boolean) => raw.push(on),
		setEncoding() {},
		resume() {},
		pause() {},
	});
	return {raw, stream: stream as unknown as Keyboard & EventEmitter, type: (text: string) => stream.emit('data', text)};
}

describe('a secret typed at the terminal', () => {
	it.each([
		['typed', ['a', 'b', 'c', '\r'], 'abc'],
		['pasted between marks', ['\u001B[200~abc\u001B[201~', '\r'], 'abc'],
		['corrected', ['abx', '\u007F', 'c', '\r'], 'abc'],
		['begun anew', ['xyz\u0015abc\n'], 'abc'],
		['pasted with more lines, which answer nothing', ['abc\r\rYES\r'], 'abc'],
		['left', ['abc', '\u0003'], null],
	])('is %s', async (_, pieces, expected) => {
		const {raw, stream, type} = keyboard();
		const line = readHidden(stream);
		for (const piece of pieces) type(piece);
		expect(await line).toBe(expected);
		expect(raw).toEqual([true, false]);
		expect(stream.listenerCount('data')).toBe(0);
	});
	it('ends with the terminal', async () => {
		const {stream, type} = keyboard();
		const line = readHidden(stream);
		type('abc');
		stream.emit('end');
		expect(await line).toBe('abc');
	});
});
