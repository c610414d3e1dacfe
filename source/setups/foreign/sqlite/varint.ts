import {damaged} from './refusal.ts';

/** A number of one to nine bytes, the high ones first: seven bits of each, and all eight of the ninth. */
export function varint(bytes: DataView, at: number): {readonly value: bigint; readonly next: number} {
	let value = 0n;
	for (let length = 1; length <= 8; length += 1) {
		const byte = bytes.getUint8(at + length - 1);
		value = (value << 7n) | BigInt(byte & 0x7f);
		if (byte < 0x80) return {value, next: at + length};
	}
	return {value: BigInt.asIntN(64, (value << 8n) | BigInt(bytes.getUint8(at + 8))), next: at + 9};
}

/** One that counts bytes: what is larger than any file is damage. */
export function size(bytes: DataView, at: number): {readonly value: number; readonly next: number} {
	const {value, next} = varint(bytes, at);
	if (value < 0n || value > 0x7fff_ffffn) throw damaged();
	return {value: Number(value), next};
}
