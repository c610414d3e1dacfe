/** Is `version` from before the three numbers of `than`? Of a version that is no number nothing is claimed. */
export function isOlder(version: string, than: readonly number[]): boolean {
	const numbers = version.split('.').map(part => Number.parseInt(part, 10));
	const at = than.findIndex((number, index) => numbers[index] !== number);
	return at !== -1 && (numbers[at] ?? 0) < (than[at] ?? 0);
}
