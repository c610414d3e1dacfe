import type {Basis, ObservedVersion} from './versions.ts';

/**
 * Where the recorded versions differ, one row a rule. What all of them do alike is plain code in this room. Each row says what was
 * seen, and the value for each version that was recorded; test/evidence holds the recordings.
 */
const table = {
	dropIns: row('Files in managed-settings.d count', {'2.0.77': false, '2.1.100': true, '2.1.197': true, '2.1.329': true}),

	loginDecidedBySettings: row('A key or token in a settings file can displace a login; 2.0.77 decides that before it reads them', {
		'2.0.77': false,
		'2.1.100': true,
		'2.1.197': true,
		'2.1.329': true,
	}),

	emptyToken: row<'goes-out-empty' | 'is-absent'>('An empty ANTHROPIC_AUTH_TOKEN still goes out, as "Authorization: Bearer"', {
		'2.0.77': 'goes-out-empty',
		'2.1.100': 'goes-out-empty',
		'2.1.197': 'is-absent',
		'2.1.329': 'is-absent',
	}),

	blankValue: row<'goes-out-empty' | 'is-absent'>('A key or token of nothing but spaces displaces others and goes out empty', {
		'2.0.77': 'goes-out-empty',
		'2.1.100': 'goes-out-empty',
		'2.1.197': 'goes-out-empty',
		'2.1.329': 'is-absent',
	}),

	oauthTokenOfProject: row<'counts' | 'ignored'>('CLAUDE_CODE_OAUTH_TOKEN in a settings file of the project', {
		'2.0.77': 'counts',
		'2.1.100': 'counts',
		'2.1.197': 'counts',
		'2.1.329': 'ignored',
	}),

	simpleMode: row('CLAUDE_CODE_SIMPLE leaves out logins, helpers and saved keys', {
		'2.0.77': false,
		'2.1.100': true,
		'2.1.197': true,
		'2.1.329': true,
	}),

	hostDecides: row('A host program can keep settings files from changing where requests go, and Claude Desktop uses the login first', {
		'2.0.77': false,
		'2.1.100': true,
		'2.1.197': true,
		'2.1.329': true,
	}),

	headerCharacters: row<'latin-1' | 'ascii'>('What a header value may hold', {
		'2.0.77': 'latin-1',
		'2.1.100': 'latin-1',
		'2.1.197': 'ascii',
		'2.1.329': 'latin-1',
	}),

	helperBesideToken: row<'always' | 'sometimes'>('With a token set, the helper value goes out as x-api-key; 2.1.197 does not wait for it', {
		'2.0.77': 'always',
		'2.1.100': 'always',
		'2.1.197': 'sometimes',
		'2.1.329': 'always',
	}),

	helperOutput: row<'any-line' | 'one-word'>(
		'What a helper may print: since 2.1.227 one word of printable ASCII, at most 16384 characters',
		{
			'2.0.77': 'any-line',
			'2.1.100': 'any-line',
			'2.1.197': 'any-line',
			'2.1.329': 'one-word',
		},
	),

	profiles: row('Anthropic profiles and federation count', {'2.0.77': false, '2.1.100': false, '2.1.197': true, '2.1.329': true}),

	emptyGlobalConfig: row<'stops-the-start' | 'is-absent'>('A .claude.json of no bytes', {
		'2.0.77': 'stops-the-start',
		'2.1.100': 'stops-the-start',
		'2.1.197': 'stops-the-start',
		'2.1.329': 'is-absent',
	}),

	projectHelperBesideToken: row<'goes-out' | 'left-out'>('A helper of the project, with a token set, goes out as x-api-key', {
		'2.0.77': 'goes-out',
		'2.1.100': 'left-out',
		'2.1.197': 'goes-out',
		'2.1.329': 'goes-out',
	}),

	wrongTypeInManaged: row<'skips-the-file' | 'drops-the-entry'>("A wrong type in an administrator's settings", {
		'2.0.77': 'skips-the-file',
		'2.1.100': 'skips-the-file',
		'2.1.197': 'drops-the-entry',
		'2.1.329': 'drops-the-entry',
	}),

	brokenManaged: row<'is-skipped' | 'stops-the-start'>("An administrator's settings file that does not parse", {
		'2.0.77': 'is-skipped',
		'2.1.100': 'is-skipped',
		'2.1.197': 'is-skipped',
		'2.1.329': 'stops-the-start',
	}),

	forcedLogin: row<'ignored' | 'stops-keys' | 'stops-keys-and-asks-the-gateway'>(
		'forceLoginMethod or forceLoginOrgUUID in managed settings',
		{
			'2.0.77': 'ignored',
			'2.1.100': 'ignored',
			'2.1.197': 'stops-keys',
			'2.1.329': 'stops-keys-and-asks-the-gateway',
		},
	),

	ownBesideCloud: row<'goes-out' | 'left-out'>('Keys and tokens of Anthropic go to a cloud provider beside its own', {
		'2.0.77': 'goes-out',
		'2.1.100': 'goes-out',
		'2.1.197': 'goes-out',
		'2.1.329': 'left-out',
	}),

	knowsGoogleCloud: row('CLAUDE_CODE_USE_ANTHROPIC_GOOGLE_CLOUD is a switch', {
		'2.0.77': false,
		'2.1.100': false,
		'2.1.197': false,
		'2.1.329': true,
	}),

	modelSetting: row<'counts' | 'not-in-user-settings'>('The `model` setting', {
		'2.0.77': 'not-in-user-settings',
		'2.1.100': 'counts',
		'2.1.197': 'counts',
		'2.1.329': 'counts',
	}),

	defaultFamily: row<'opus' | 'sonnet'>('The family of the model that a key or token gets where none is asked for', {
		'2.0.77': 'sonnet',
		'2.1.100': 'sonnet',
		'2.1.197': 'opus',
		'2.1.329': 'opus',
	}),

	families: row<Readonly<Record<'opus' | 'sonnet' | 'haiku', string>>>('The models that the family names stand for', {
		'2.0.77': {opus: 'claude-opus-4-5-20251101', sonnet: 'claude-sonnet-4-5-20250929', haiku: 'claude-haiku-4-5-20251001'},
		'2.1.100': {opus: 'claude-opus-4-6', sonnet: 'claude-sonnet-4-6', haiku: 'claude-haiku-4-5-20251001'},
		'2.1.197': {opus: 'claude-opus-4-8', sonnet: 'claude-sonnet-5', haiku: 'claude-haiku-4-5-20251001'},
		'2.1.329': {opus: 'claude-opus-5-5', sonnet: 'claude-sonnet-5-5', haiku: 'claude-haiku-4-5-20251001'},
	}),

	bedrockModel: row<string>('The model asked of Amazon Bedrock where none is set', {
		'2.0.77': 'us.anthropic.claude-sonnet-4-5-20250929-v1:0',
		'2.1.100': 'us.anthropic.claude-sonnet-4-5-20250929-v1:0',
		'2.1.197': 'us.anthropic.claude-sonnet-4-5-20250929-v1:0',
		'2.1.329': 'us.anthropic.claude-opus-5-5',
	}),

	vertexModel: row<string>('The model asked of Google Vertex where none is set', {
		'2.0.77': 'claude-sonnet-4-5@20250929',
		'2.1.100': 'claude-sonnet-4-5@20250929',
		'2.1.197': 'claude-sonnet-4-5@20250929',
		'2.1.329': 'claude-opus-5-5',
	}),

	userInfoInAddress: row<'fails' | 'left-out' | 'goes-out-as-basic'>('http://user:password@host as base URL', {
		'2.0.77': 'fails',
		'2.1.100': 'fails',
		'2.1.197': 'left-out',
		'2.1.329': 'goes-out-as-basic',
	}),

	twoSlashesFirst: row<'kept' | 'one-is-cut'>('A path that begins with two slashes, from a base URL that ends in two', {
		'2.0.77': 'kept',
		'2.1.100': 'kept',
		'2.1.197': 'one-is-cut',
		'2.1.329': 'one-is-cut',
	}),

	hostWithoutScheme: row<'fails' | 'means-http'>('localhost:4000 as base URL, without http:// in front', {
		'2.0.77': 'fails',
		'2.1.100': 'fails',
		'2.1.197': 'means-http',
		'2.1.329': 'means-http',
	}),

	fragmentInAddress: row<'swallows-the-path' | 'goes-out'>('A #fragment in the base URL', {
		'2.0.77': 'swallows-the-path',
		'2.1.100': 'swallows-the-path',
		'2.1.197': 'goes-out',
		'2.1.329': 'swallows-the-path',
	}),

	queryInAddress: row<'kept' | 're-encoded'>('A query in the base URL swallows the path', {
		'2.0.77': 'kept',
		'2.1.100': 're-encoded',
		'2.1.197': 're-encoded',
		'2.1.329': 're-encoded',
	}),
} as const;

type Table = typeof table;
export type RuleName = keyof Table;
export type Rules = {readonly [Name in RuleName]: Table[Name]['on'][ObservedVersion]} & {readonly basis: Basis};

/** The rules for one version; the recorded version they come from is in `basis`. */
export function rulesFor(basis: Basis): Rules {
	const entries = Object.entries(table).map(([name, {on}]) => [name, on[basis.rulesOf]]);
	return {...(Object.fromEntries(entries) as Omit<Rules, 'basis'>), basis};
}

function row<Value = boolean>(
	says: string,
	on: Readonly<Record<ObservedVersion, Value>>,
): {readonly says: string; readonly on: Readonly<Record<ObservedVersion, Value>>} {
	return {says, on};
}
