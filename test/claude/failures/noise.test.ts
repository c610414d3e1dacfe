import {describe, expect, it} from 'vitest';
import {explainOrGuess} from '../../../source/claude/failure.ts';
import {type Case, cases, explainCase} from '../measure.ts';

/** Every fourth text of the corpus, as it comes out of terminals, logs, forums and web pages. */
const sample = cases('failures').filter((_, at) => at % 4 === 0);
const lines = (text: string, change: (line: string) => string) => text.split('\n').map(change).join('\n');
const cut = (text: string, width: number, indent: string) =>
	text
		.split('\n')
		.flatMap(line => line.match(new RegExp(`.{1,${width}}`, 'gu')) ?? [''])
		.join(`\n${indent}`);

const noises: readonly (readonly [string, (text: string) => string])[] = [
	['cut at 78 columns in the middle of words', text => cut(text, 78, '     ')],
	['cut at 40 columns', text => cut(text, 40, '')],
	['in a frame', text => `╭${'─'.repeat(78)}╮\n${lines(cut(text, 74, ''), line => `│ ${line.padEnd(76)} │`)}\n╰${'─'.repeat(78)}╯`],
	['coloured', text => text.replace(/\S+/g, word => `\u001B[31m${word}\u001B[0m`)],
	['as a screen of Claude Code', text => `❯ fix it\n\n  ⎿  ${lines(text, line => `     ${line}`)}\n\n────────\n❯ \n  ? for shortcuts`],
	['in a line of a JSON log', text => JSON.stringify({level: 'error', time: 1763738000524, msg: text, pid: 4242})],
	['in JSON in JSON', text => JSON.stringify({line: JSON.stringify({type: 'result', is_error: true, result: text})})],
	[
		'copied from the source of a web page',
		text => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/'/g, '&#39;'),
	],
	['in an address', text => text.replace(/ /g, '%20').replace(/"/g, '%22')],
	['in capitals', text => text.toUpperCase()],
	['with a time before each line', text => lines(text, line => `2026-11-21T15:00:01.524Z [error] ${line}`)],
	[
		'among other lines of a log',
		text => `INFO server started on :3000\nDEBUG loaded 14 plugins in 53ms\n${text}\nINFO GET /health 200 3ms\nINFO shutting down`,
	],
	['between prompts of a shell', text => `me@host:~/project$ claude -p "hi"\n${text}\nme@host:~/project$ `],
	['quoted in a forum', text => lines(text, line => `> ${line}`)],
	['with typographic quotes', text => text.replace(/"([^"]*)"/g, '“$1”').replace(/'/g, '’')],
	['twice', text => `${text}\n${text}`],
];

function first(one: Case): string {
	const explanation = explainCase(one);
	return explanation.state === 'unknown' ? 'unknown' : explanation.first.cause;
}

describe('a failing text among noise', () => {
	it.each(noises)('means the same %s', (_, change) => {
		const others = sample.filter(one => first({...one, text: change(one.text)}) !== first(one)).map(one => one.id);
		expect(others.length, others.join(' ')).toBeLessThanOrEqual(1);
	});

	const roots = [
		['settings-invalid', 'Found invalid settings files. They will be ignored. Run /doctor for details.'],
		['tls-intercept', 'SELF_SIGNED_CERT_IN_CHAIN'],
		['dns', 'getaddrinfo ENOTFOUND router.example'],
		['helper-failed', 'Error getting API key from apiKeyHelper (in settings or ~/.claude.json): exited 1'],
		['http-proxy-auth', 'HTTP/1.1 407 Proxy Authentication Required'],
		['both-set', '⚠ Auth conflict: Both a token (ANTHROPIC_AUTH_TOKEN) and an API key (ANTHROPIC_API_KEY) are set.'],
	] as const;
	const symptoms = [
		'Not logged in · Please run /login',
		'Invalid API key · Fix external API key',
		'API Error: 401 {"type":"error","error":{"type":"authentication_error","message":"invalid x-api-key"}} · Please run /login',
		'API Error (Connection error.) · Retrying in 1 seconds… (attempt 1/10)\n    ⎿  TypeError (fetch failed)',
	];
	it.each(roots)('has %s first, before and after what follows from it', (cause, root) => {
		for (const symptom of symptoms)
			for (const text of [`${root}\n\n${symptom}`, `${symptom}\n\n${root}`])
				expect(explainOrGuess(text), text).toMatchObject({first: {cause}});
	});
});
