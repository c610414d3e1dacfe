/** A JSON value as text, as process.env makes it when claude assigns it: null is "null", an array joins by commas. */
export function jsonText(value: unknown): string {
	if (typeof value === 'string') return value;
	try {
		return String(value);
	} catch {
		// An object with a `toString` of its own, or an array nested deeper than the stack.
		return '[object Object]';
	}
}
