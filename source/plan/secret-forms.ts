/** The ways a known secret can stand in a file: as it is, escaped for JSON, quoted for a shell, in an address, in base64. */
export function secretForms(secret: string): readonly string[] {
	if (secret.length < 4) return [];
	const forms = [
		secret,
		secret.trim(),
		secret.replaceAll('/', '\\/'),
		secret.replaceAll("'", "'\\''"),
		secret.replaceAll("'", "''"),
		secret.replace(/[$`"\\!]/g, '\\$&'),
		inAddress(secret),
		...(secret.length >= 12 ? inBase64(secret) : []),
		// Claude Code remembers a key by these.
		...(secret.trim().length > 20 ? [secret.trim().slice(-20)] : []),
	];
	// Any of these can stand inside a JSON text, as a command or a header list does.
	const inJson = forms.map(form => JSON.stringify(form).slice(1, -1));
	return [...new Set([...forms, ...inJson])].filter(form => form.length >= 4).toSorted((one, other) => other.length - one.length);
}

/** A text with half a surrogate pair has no such form. */
function inAddress(secret: string): string {
	try {
		return encodeURIComponent(secret);
	} catch {
		return secret;
	}
}

/** Base64 of any text around the secret: what stays the same wherever it begins, in both alphabets. */
function inBase64(secret: string): readonly string[] {
	const bytes = Buffer.from(secret);
	return [0, 1, 2].flatMap(lead => {
		const whole = Buffer.concat([Buffer.alloc(lead), bytes])
			.toString('base64')
			.replace(/=+$/, '');
		const core = whole.slice(Math.ceil((lead * 4) / 3), Math.floor(((lead + bytes.length) * 4) / 3));
		return [core, core.replaceAll('+', '-').replaceAll('/', '_')];
	});
}
