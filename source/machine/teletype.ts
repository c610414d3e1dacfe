import {Writable} from 'node:stream';
import {stripVTControlCharacters} from 'node:util';

/**
 * A terminal that only moves forward (TERM=dumb, a line printer, an Emacs shell): prompts draw their line anew at every key, and of
 * that only what came to its end is written. What was taken back begins a new line.
 */
export function teletype(output: Pick<NodeJS.WriteStream, 'write'>): Writable {
	let line = '';
	const show = (text: string) => {
		const plain = stripVTControlCharacters(text).replace(/\r/g, '');
		if (plain === '') return;
		if (plain.startsWith('\n')) {
			output.write(plain);
			line = '';
		} else if (plain.startsWith(line)) {
			output.write(plain.slice(line.length));
			line = plain.slice(plain.lastIndexOf('\n') + 1);
		} else {
			output.write(`\n${plain}`);
			line = plain.slice(plain.lastIndexOf('\n') + 1);
		}
	};
	return new Writable({
		decodeStrings: false,
		write(text: string | Buffer, _, done) {
			show(String(text));
			done();
		},
	});
}
