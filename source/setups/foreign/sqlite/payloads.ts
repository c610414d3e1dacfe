import type {Pages} from './pages.ts';
import {damaged, Refusal} from './refusal.ts';
import {size, varint} from './varint.ts';

export type Payload = {readonly rowid: bigint; readonly bytes: Uint8Array};

const interior = 0x05;
const leaf = 0x0d;
/** Far more than anybody has setups; a table of them that is larger is something else, and takes no time here. */
const mostRows = 100_000;

/**
 * The rows of one table, in the order of their ids (sqlite.org/fileformat2.html, 1.6). A page belongs to one place of one table, so a
 * page that comes round again is damage, and what all rows hold together fits into the file: neither a circle nor a crowd runs on.
 */
export function* payloads(pages: Pages, root: number): Generator<Payload> {
	const seen = new Set<number>();
	let rows = 0;
	let room = pages.bytes;
	const open = (number: number): DataView => {
		if (seen.has(number)) throw damaged();
		seen.add(number);
		return pages.page(number);
	};
	const waiting = [root];
	for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
		const page = open(number);
		const start = number === 1 ? 100 : 0;
		const type = page.getUint8(start);
		if (type !== interior && type !== leaf) throw damaged();
		const cells = page.getUint16(start + 3);
		const pointers = start + (type === interior ? 12 : 8);
		const cellAt = (index: number) => page.getUint16(pointers + 2 * index);
		if (type === interior) {
			// What is taken last out of those waiting comes first in the table.
			waiting.push(page.getUint32(start + 8));
			for (let index = cells - 1; index >= 0; index -= 1) waiting.push(page.getUint32(cellAt(index)));
			if (waiting.length > pages.bytes / pages.header.pageSize) throw damaged();
			continue;
		}
		for (let index = 0; index < cells; index += 1) {
			const length = size(page, cellAt(index));
			const id = varint(page, length.next);
			rows += 1;
			room -= length.value;
			if (rows > mostRows) throw new Refusal('is larger than any list of setups');
			if (room < 0) throw damaged();
			yield {rowid: id.value, bytes: whole(page, id.next, length.value, pages.header.usable, open)};
		}
	}
}

/** What does not fit beside other rows goes on in pages of its own, each of which names the next. */
function whole(page: DataView, at: number, length: number, usable: number, open: (number: number) => DataView): Uint8Array {
	const local = localSize(length, usable);
	const bytes = new Uint8Array(length);
	bytes.set(slice(page, at, local));
	if (local === length) return bytes;
	let next = page.getUint32(at + local);
	for (let filled = local; filled < length; ) {
		const overflow = open(next);
		const part = Math.min(length - filled, usable - 4);
		bytes.set(slice(overflow, 4, part), filled);
		filled += part;
		next = overflow.getUint32(0);
	}
	return bytes;
}

function localSize(length: number, usable: number): number {
	if (length <= usable - 35) return length;
	const least = Math.floor(((usable - 12) * 32) / 255) - 23;
	const most = least + ((length - least) % (usable - 4));
	return most <= usable - 35 ? most : least;
}

function slice(page: DataView, at: number, length: number): Uint8Array {
	if (at + length > page.byteLength) throw damaged();
	return new Uint8Array(page.buffer, page.byteOffset + at, length);
}
