import type {Cause} from '../claude/causes/cause.ts';
import type {ProblemId} from './finding.ts';

/** What `wizard help PROBLEM` says of a problem that has no label in the error taxonomy: no error text speaks of it. */
export type ProblemPage = {
	readonly title: string;
	readonly why: string;
	readonly fix: readonly string[];
	/** What to look at to see it. */
	readonly tell: string;
	readonly near: readonly ProblemId[];
};

/** Loaded for a page only. A new problem without a page does not compile. */
export const pages: Readonly<Record<Exclude<ProblemId, Cause>, ProblemPage>> = {
	'login-expires-soon': {
		title: 'The saved login ends within a week',
		why: 'A login renews itself for some weeks, and then asks to sign in again. One without a token to renew it, as copied from another machine, ends within hours.',
		fix: ['Sign in again before that day: claude auth login', 'For servers and CI make a token that lasts a year: claude setup-token'],
		tell: 'wizard doctor names the day; claude auth status shows loginExpiresAt.',
		near: ['oauth-expired', 'credential-store', 'oauth-revoked'],
	},
	'old-copies': {
		title: 'Copies of an older key are left in other places',
		why: 'A key was changed in one place and stands in others as it was. Which one goes out depends on the terminal and on what started it.',
		fix: [
			'See all of them with file and line: wizard doctor',
			'Give the newest one, and repair replaces every copy: wizard --repair --credential KIND …',
			'In open terminals: unset the variable, or open new ones',
		],
		tell: 'claude works in one terminal and answers 401 in another, or only after a restart.',
		near: ['key-invalid', 'both-set', 'env-overrides-login'],
	},
	'custom-header-credential': {
		title: 'ANTHROPIC_CUSTOM_HEADERS holds a credential beside another one',
		why: 'A line for Authorization or x-api-key goes out beside the configured credential, takes its place, or is dropped, depending on which of the two it is. After a change of the key it stays the old one.',
		fix: [
			"Take the line out, unless the endpoint's own page asks for it: wizard --repair",
			'Keep headers with names of the gateway, such as x-litellm-api-key: they are meant',
		],
		tell: 'wizard doctor shows what each header comes from; wizard capture shows what really goes out.',
		near: ['both-set', 'wrong-header', 'custom-headers-left'],
	},
	'key-in-git': {
		title: 'git tracks a file that holds a credential',
		why: 'Everyone who gets the repository gets the credential, also from old commits after it was taken out. Bots find such keys on public hosts within minutes.',
		fix: [
			'Make a new key and revoke this one: it is in the history',
			'Keep the key in your own settings or in a secret store: wizard',
			'Take the file out of git and have it ignored: git rm --cached FILE, and a line in .gitignore',
		],
		tell: 'git ls-files names the file; wizard scan --history finds keys in earlier commits.',
		near: ['key-readable', 'old-copies', 'project-redirect'],
	},
	'key-readable': {
		title: 'Other users of this computer can read a credential',
		why: 'The file lets everyone read it, and so do the folders above it. Startup files and the universal variables of fish are made so, since mostly nothing secret stands in them.',
		fix: ['Let only you read it: wizard --repair, or chmod 600 FILE', 'Or keep the key in settings or a secret store: wizard'],
		tell: 'ls -l shows an r in the last of the three groups. A closed home (drwx------) closes every file in it.',
		near: ['key-in-git', 'credential-store', 'old-copies'],
	},
	'masked-by-wizard': {
		title: 'An export is cancelled by an empty entry that the wizard wrote',
		why: 'The wizard wrote "" into settings to cancel a value that no edit could reach. The same variable is exported again since, and that does nothing, because settings outrank the shell.',
		fix: [
			'To use the export: remove the entry "NAME": "" from env in settings, or wizard undo ID',
			'To keep things as they are: remove the export',
			'To leave the wizard altogether: wizard uninstall',
		],
		tell: 'wizard history lists what was written and when.',
		near: ['empty-key', 'not-logged-in', 'old-copies'],
	},
	'export-not-seen': {
		title: 'Only interactive shells know the credential',
		why: 'A startup file exports it that only shells in a terminal read. An editor started from the desktop, cron, and background sessions never read that file.',
		fix: ['Keep it in settings, which every session reads: wizard --store settings', 'Or start the editor from a terminal'],
		tell: 'It works in a terminal, and the panel of the editor says "Not logged in".',
		near: ['not-logged-in', 'old-copies', 'key-not-approved'],
	},
	'base-url-invalid': {
		title: 'The base URL is no address that claude can call',
		why: 'A scheme is missing, or quotes, blanks or a slip stand in it. claude then says "Invalid URL" or speaks of the connection, and no request is made.',
		fix: ['Write the whole address, as in https://host.example/path: wizard --repair', 'Prove it: wizard check'],
		tell: 'The log of the endpoint stays empty; wizard doctor shows the value and its line.',
		near: ['base-url-path', 'unreachable-host', 'base-url-dup-v1'],
	},
	'tls-unchecked': {
		title: 'Nobody checks whom the credential is sent to',
		why: 'NODE_TLS_REJECT_UNAUTHORIZED=0 switches the check of certificates off, in claude and in every program that it starts. Anyone on the way can read the credential.',
		fix: ['Remove it everywhere: wizard --repair', 'Where a company re-signs connections: NODE_EXTRA_CA_CERTS=/path/to/company-ca.pem'],
		tell: 'env | grep NODE_TLS, and the env of settings.',
		near: ['tls-intercept', 'http-proxy-misroute', 'project-redirect'],
	},
	'project-redirect': {
		title: 'Settings of this folder decide where your credential goes',
		why: "A project's .claude/settings.json came with the folder, and claude -p does as it says without a question. An address or a program in it gets your key, or supplies another.",
		fix: [
			"Outrank it in the folder's settings.local.json, which is yours: wizard --repair",
			'Or keep out of the folder, and ask who wrote it',
			'Look for more of them: wizard scan DIR',
		],
		tell: 'wizard doctor --cwd FOLDER shows another address than wizard doctor elsewhere.',
		near: ['stale-base-url', 'helper-failed', 'custom-headers-left'],
	},
	'leftover-model': {
		title: 'A model of another endpoint is asked for',
		why: 'A model name stayed from an earlier setup, and this endpoint has no such model. It answers 404, and claude says that the model may not exist.',
		fix: [
			'Remove the name, or give one of this endpoint: wizard --repair',
			'Look at all of them: ANTHROPIC_MODEL, ANTHROPIC_DEFAULT_*_MODEL, model in settings',
		],
		tell: 'wizard doctor shows which model is asked for and where the name stands.',
		near: ['model-name-unknown', 'model-unavailable', 'base-url-path'],
	},
	'custom-headers-left': {
		title: 'Headers of another endpoint ride along',
		why: 'ANTHROPIC_CUSTOM_HEADERS has stayed from an earlier setup. The new endpoint gets a header, and perhaps a key, that is not its own.',
		fix: ['Take the lines out that name another maker: wizard --repair'],
		tell: 'wizard capture shows every header that goes out.',
		near: ['custom-header-credential', 'stale-base-url', 'beta-header-rejected'],
	},
	'provider-switch': {
		title: 'A switch for a cloud provider is on',
		why: 'CLAUDE_CODE_USE_BEDROCK, VERTEX or FOUNDRY outranks every key and login. Left over from an earlier setup, it sends requests to a cloud that was never set up.',
		fix: [
			'Not meant: wizard --repair, or unset the switch everywhere',
			'Meant: give it a region, a project or a resource, and remove the other credential',
		],
		tell: 'wizard doctor names the provider that is asked.',
		near: ['cloud-credentials', 'stale-base-url', 'env-overrides-login'],
	},
	'cli-broken': {
		title: 'claude is there and does not start',
		why: 'The copy that this shell finds is a stub, a link that leads nowhere, a file without the right to run, or another program of that name.',
		fix: ['Install it again: npm install -g @anthropic-ai/claude-code, or the native installer', 'See every copy: wizard doctor'],
		tell: 'claude --version gives an error, or nothing at all.',
		near: ['cli-missing', 'cli-shadowed', 'cli-too-old'],
	},
	'cli-shadowed': {
		title: 'An older claude comes first on PATH',
		why: 'Two copies are installed, and the shell starts the older one. Updates go to the other, so they seem to do nothing.',
		fix: ['Remove the older copy, or put the folder of the newer one first on PATH', 'See every copy: wizard doctor'],
		tell: 'which -a claude (where.exe claude on Windows) names more than one.',
		near: ['cli-too-old', 'cli-broken', 'cli-missing'],
	},
	'config-moved': {
		title: 'CLAUDE_CONFIG_DIR leads to another folder',
		why: 'Settings, login and state are taken from the folder it names. A slip in it is silent: claude makes the folder and starts as if it were new.',
		fix: ['Unset it to use ~/.claude again', 'Or set it to the whole path of the folder that is meant'],
		tell: 'wizard doctor shows the files it reads; only a shell makes a home of ~.',
		near: ['not-logged-in', 'onboarding-check', 'credential-store'],
	},
	'live-failed': {
		title: 'The live prompt failed for a reason that is not known',
		why: 'claude was asked for two letters and answered something else. No rule of the wizard knows these words.',
		fix: [
			'Read what came back: wizard check',
			'See what was sent: wizard capture -- claude -p hi',
			'Report the words, without any key in them',
		],
		tell: 'wizard check shows the words and the answer of a plain request beside them.',
		near: ['overloaded', 'endpoint-not-implemented', 'client-not-allowed'],
	},
	'check-failed': {
		title: 'A check of the wizard broke',
		why: 'One of the checks stopped with an error of its own. This is a fault of the wizard, not of this computer; the other checks were made.',
		fix: ['Report it with the output of wizard doctor --json, which holds no secrets'],
		tell: 'wizard doctor names the check and the kind of the error.',
		near: ['live-failed'],
	},
};
