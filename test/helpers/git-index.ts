/** An index of version 2 with these paths, as git writes it but for times and hashes. */
export function gitIndex(...paths: readonly string[]): {readonly bytes: Uint8Array} {
	const head = Buffer.from('DIRC\0\0\0\x02\0\0\0\0', 'latin1');
	head.writeUInt32BE(paths.length, 8);
	const entries = paths.map(path => {
		const entry = Buffer.alloc(Math.ceil((62 + path.length + 1) / 8) * 8);
		entry.write(path, 62, 'latin1');
		return entry;
	});
	return {bytes: Buffer.concat([head, ...entries, Buffer.alloc(20)])};
}
