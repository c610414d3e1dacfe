/** Waits for a change and not for a time: the screen is drawn some turns after a key. */
export async function eventually<T>(look: () => T, holds: (value: T) => boolean): Promise<T> {
	for (let turns = 0; turns < 2000; turns++) {
		const value = look();
		if (holds(value)) return value;
		await new Promise(resolve => setImmediate(resolve));
	}
	return look();
}
