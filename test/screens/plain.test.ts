import {PassThrough} from 'node:stream';
import {stripVTControlCharacters} from 'node:util';
import {expect, it} from 'vitest';
import {plainConversation} from '../../source/screens/plain.ts';
import {choose} from './questions.ts';

async function answered(unicode: boolean): Promise<string> {
	const [input, output] = [new PassThrough(), new PassThrough()];
	const shown: string[] = [];
	output.on('data', piece => shown.push(String(piece)));
	const talk = plainConversation({
		input,
		output: () => output,
		write: text => void shown.push(text),
		columns: () => 80,
		unicode,
		takeInterrupt: () => new AbortController().signal,
	});
	const answer = talk.choose(choose);
	input.write('2\n');
	expect(await answer).toEqual({kind: 'given', value: 'kimi'});
	return stripVTControlCharacters(shown.join(''));
}

it('asks in plain lines, and in ASCII where the terminal has no more', async () => {
	expect(await answered(true)).toContain('✔');
	expect(await answered(false)).toMatch(/^[\x20-\x7E\r\n]+$/);
});
