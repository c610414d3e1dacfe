/**
 * Every option of the program. One name means one thing in all commands, so each is described once; a command lists the names
 * it takes. A flag stands alone, a text or choice needs a value, a list may be given several times.
 */
export const options = {
	repair: flag('mend what doctor finds, as one plan'),
	json: flag('print one JSON object on stdout'),
	plain: flag('plain lines instead of screens, for screen readers and simple terminals'),
	cwd: text('DIR', 'look from this folder instead of the current one'),
	timeout: text('SECONDS', 'how long to wait for an answer; default: 60'),
	live: flag('also send one short prompt and report the answer'),
	witness: flag('also ask `claude auth status` and compare; claude then touches its own .claude.json'),
	'run-helpers': flag('offer to run each apiKeyHelper that is found, after showing it'),
	all: flag('show everything that was found'),
	yes: flag('agree to what would be asked'),
	'dry-run': flag('show what would be done, and change nothing'),
	check: flag('change nothing; exit code 1 where something would change'),
	trust: text('HASH', 'agree to what this very file runs, named by the SHA-256 of its bytes'),
	schema: flag('print the JSON Schema of the file'),
	purge: text('ID|all', 'remove the backups of one change, or all: they hold secrets, and without them it cannot be undone'),
	status: text('N', 'the HTTP status that came with the text'),
	here: flag('use what is found on this machine'),
	forward: flag('send each request on to the address you have set up, or to that of --base-url'),
	sarif: flag('print one SARIF 2.1.0 document, for code scanning'),
	history: flag("look into git's history too"),

	credential: choice(['console-key', 'subscription', 'router-key', 'proxy-key'], 'which kind of credential you hold'),
	provider: text('ID', 'the endpoint it belongs to, such as openrouter'),
	'base-url': text('URL', "the endpoint's address"),
	auth: choice(['bearer', 'x-api-key', 'both'], 'the header this endpoint reads'),
	model: text('NAME', 'the model to ask for'),
	'model-for': list("'SIZE=NAME'", 'the model for opus, sonnet, haiku, fable, small or subagents'),
	header: list("'Name: value'", 'an extra header that is no secret'),
	'header-env': list("'Name=VARIABLE'", 'an extra header whose value is in that variable'),
	'secret-stdin': flag('read the secret from stdin'),
	'secret-env': text('NAME', 'read the secret from this variable'),
	'secret-command': text('CMD', 'read the secret from what this command prints'),

	upstream: text('URL', 'the address of the service behind a translator, as in https://api.openai.com/v1'),
	'upstream-model': text('NAME', 'the model of that service'),
	'upstream-small': text('NAME', 'its model for small tasks; default: the same'),

	store: choice(['settings', 'helper', 'shell', 'project', 'none'], 'where the credential is kept; default: settings'),
	'no-live': flag('do not send the live prompt that proves it'),
	shell: text('NAME', 'the shell it is for; default: the one you are in'),
	form: choice(['ask', 'source', 'literal'], 'ask for the secret (default), load our file, or carry the secret in the text'),
	for: text('ENGINE', 'an engine instead of a shell'),
	profile: text('NAME', 'a setup that is kept under this name'),
} as const satisfies Record<string, Option>;

export type OptionName = keyof typeof options;

/** Which credential it is, for which endpoint, and where the secret comes from: any of them names a setup. */
export const setupOptions = [
	'credential',
	'provider',
	'base-url',
	'auth',
	'model',
	'model-for',
	'header',
	'header-env',
	'secret-stdin',
	'secret-env',
	'secret-command',
] as const satisfies readonly OptionName[];

export type Option =
	| {readonly kind: 'flag'; readonly summary: string}
	| {readonly kind: 'text'; readonly value: string; readonly summary: string}
	| {readonly kind: 'choice'; readonly values: readonly string[]; readonly summary: string}
	| {readonly kind: 'list'; readonly value: string; readonly summary: string};

/** What was typed, by option name: true for a flag, the text, one of the values, or all the texts. */
export type GivenOptions = {readonly [Name in OptionName]?: Given<(typeof options)[Name]>};

type Given<O> = O extends {kind: 'flag'}
	? true
	: O extends {kind: 'choice'; values: readonly (infer Value)[]}
		? Value
		: O extends {kind: 'list'}
			? readonly string[]
			: string;

function flag(summary: string) {
	return {kind: 'flag', summary} as const;
}

function text(value: string, summary: string) {
	return {kind: 'text', value, summary} as const;
}

function choice<const Values extends readonly string[]>(values: Values, summary: string) {
	return {kind: 'choice', values, summary} as const;
}

function list(value: string, summary: string) {
	return {kind: 'list', value, summary} as const;
}
