import {spawn} from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import {expect, it} from 'vitest';

/** The built program with a log far larger than its heap: 200 MB through a heap of 48 MB. */
const cli = path.join(import.meta.dirname, '..', '..', 'dist', 'cli.js');
const size = 200_000_000;

it('reads a log of 200 MB in bounded memory', {timeout: 300_000}, async () => {
	const child = spawn(process.execPath, ['--max-old-space-size=48', cli, 'explain', '--all', '--json'], {
		env: {HOME: process.env['HOME'] ?? '', PATH: process.env['PATH'] ?? ''},
		stdio: ['pipe', 'pipe', 'inherit'],
	});
	let out = '';
	child.stdout.setEncoding('utf8').on('data', (piece: string) => {
		out += piece;
	});
	const ended = new Promise<number | null>(resolve => child.on('close', resolve));
	const expected = await feed(child.stdin);
	expect(await ended).toBe(0);
	const {items} = JSON.parse(out) as {items: {cause: string; count: number; line: number}[]};
	expect(items.map(({cause, count}) => ({cause, count}))).toEqual(expected);
});

/** Mostly healthy lines, now and then one of two failures, one line without end; each piece waits until the last is taken. */
async function feed(stdin: NodeJS.WritableStream): Promise<readonly {cause: string; count: number}[]> {
	const counts = {'gateway-key-unknown': 0, overloaded: 0};
	let sent = 0;
	const send = (text: string) => {
		sent += text.length;
		return stdin.write(text) ? null : new Promise<void>(resolve => stdin.once('drain', resolve));
	};
	await send(`${'x'.repeat(20_000_000)}\n`);
	for (let number = 0; sent < size; ) {
		let piece = '';
		for (let at = 0; at < 2_000; at++, number++) piece += `${line(number, counts)}\n`;
		await send(piece);
	}
	stdin.end();
	return Object.entries(counts)
		.map(([cause, count]) => ({cause, count}))
		.sort((one, other) => other.count - one.count);
}

function line(number: number, counts: {'gateway-key-unknown': number; overloaded: number}): string {
	if (number % 1_000 === 0) {
		counts['gateway-key-unknown']++;
		return `10:00:01 ERROR 401 {"error":{"message":"Invalid proxy server token passed. id=${number}","type":"token_not_found_in_db"}}`;
	}
	if (number % 1_777 === 0) {
		counts.overloaded++;
		return `10:00:02 ERROR 529 {"type":"overloaded_error","message":"Overloaded","request_id":"req_${number}"}`;
	}
	return `10:00:00 INFO 127.0.0.1:${number % 65_536} "POST /v1/messages?beta=true HTTP/1.1" 200 OK, error=none, took ${number % 900} ms`;
}
