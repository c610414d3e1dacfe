import type {Encoding} from './header.ts';
import {damaged} from './refusal.ts';
import {size} from './varint.ts';

/** A value as it is stored. Whole numbers beyond what a number holds exactly stay big ones. */
export type Value = null | number | bigint | string | Uint8Array;

/** The values of one row, in the order of its columns; columns that were added later may be missing at the end. */
export function readRecord(payload: Uint8Array, encoding: Encoding): readonly Value[] {
	const bytes = new DataView(payload.buffer, payload.byteOffset, payload.byteLength);
	const head = size(bytes, 0);
	const values: Value[] = [];
	let body = head.value;
	for (let at = head.next; at < head.value; ) {
		const type = size(bytes, at);
		const length = lengthOf(type.value);
		if (body + length > payload.length) throw damaged();
		values.push(valueAt(bytes, body, type.value, length, encoding));
		body += length;
		at = type.next;
	}
	return values;
}

const wholeNumbers = [0, 1, 2, 3, 4, 6, 8];

function lengthOf(type: number): number {
	if (type >= 12) return Math.floor((type - 12) / 2);
	if (type >= 10) throw damaged();
	return wholeNumbers[type] ?? (type === 7 ? 8 : 0);
}

function valueAt(bytes: DataView, at: number, type: number, length: number, encoding: Encoding): Value {
	if (type >= 12) {
		const part = new Uint8Array(bytes.buffer, bytes.byteOffset + at, length);
		return type % 2 === 0 ? part.slice() : new TextDecoder(encoding, {ignoreBOM: true}).decode(part);
	}
	if (type === 0) return null;
	if (type >= 8) return type - 8;
	if (type === 7) return bytes.getFloat64(at);
	let whole = 0n;
	for (let index = 0; index < length; index += 1) whole = (whole << 8n) | BigInt(bytes.getUint8(at + index));
	const value = BigInt.asIntN(8 * length, whole);
	return Number.isSafeInteger(Number(value)) ? Number(value) : value;
}
