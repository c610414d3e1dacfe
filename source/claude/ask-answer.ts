/** What `claude -p` answered, as far as it can be believed. */
export type Told =
	| {readonly state: 'answered'; readonly text: string; readonly model: string | null}
	| {readonly state: 'refused'; readonly status: number | null; readonly text: string};

/**
 * Reads the JSON of `--output-format json`. Its exit code and its `subtype` lie: after a 401 `subtype` is "success" (2.0.77 to 2.1.329)
 * and a login that ran out ends with 0 on some; `is_error`, `api_error_status` and the text do not. Null where there is no such JSON.
 */
export function readAskAnswer(stdout: string): Told | null {
	const answer = lastObject(stdout);
	if (answer === null || typeof answer['is_error'] !== 'boolean') return null;
	const text = typeof answer['result'] === 'string' ? answer['result'] : '';
	const status = numberOf(answer['api_error_status']) ?? statusIn(text);
	if (answer['is_error'] || status !== null) return {state: 'refused', status, text};
	// A prompt that cost nothing and has no words was not answered by a model.
	if (text.trim() === '') return {state: 'refused', status: null, text: 'claude gave an empty answer'};
	return {state: 'answered', text, model: modelOf(answer['modelUsage'])};
}

/** The words of a claude that gave no JSON: the last lines count, where programs say why they end. */
export function lastWords(stdout: string, stderr: string): string {
	const text = `${stdout}\n${stderr}`
		.split('\n')
		.map(line => line.trim())
		.filter(line => line !== '' && !/^(?:at |Node\.js v|\^)/.test(line));
	return text.slice(-6).join('\n');
}

/** Warnings may stand before it, and a program that writes after it must not spoil it. */
function lastObject(stdout: string): Readonly<Record<string, unknown>> | null {
	for (const line of [stdout, ...stdout.split('\n').toReversed()]) {
		if (!line.trim().startsWith('{')) continue;
		try {
			const value: unknown = JSON.parse(line);
			if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
		} catch {
			// Another line may be it.
		}
	}
	return null;
}

function numberOf(value: unknown): number | null {
	return typeof value === 'number' && Number.isInteger(value) ? value : null;
}

/** 2.0.77 and 2.1.100 have no field for it: the text begins with it. A model that talks about an API error begins otherwise. */
function statusIn(text: string): number | null {
	const found = /^(?:Failed to authenticate\. |Please run \/login · )?API Error: (?:\()?([1-5]\d\d)\b/.exec(text)?.[1];
	return found === undefined ? null : Number(found);
}

function modelOf(usage: unknown): string | null {
	return typeof usage === 'object' && usage !== null ? (Object.keys(usage)[0] ?? null) : null;
}
