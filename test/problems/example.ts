import {type Cause, causes} from '../../source/claude/causes.ts';
import {examine} from '../../source/commands/examine.ts';
import {unknown} from '../../source/commands/explain-json.ts';
import type {Pretend, PretendFile} from '../../source/machine/pretend.ts';
import {pretend} from '../../source/machine/pretend.ts';
import {diagnose} from '../../source/problems/diagnose.ts';
import type {Finding, ProblemId, Severity} from '../../source/problems/finding.ts';
import type {LiveAnswer} from '../../source/problems/problem.ts';

/** One machine on which a problem is, or is not, the case. Everything not stated is as on a healthy machine without credentials. */
export type Example = {
	readonly name: string;
	readonly variables?: Readonly<Record<string, string>>;
	/** Settings as data, or as the very text of the file. */
	readonly user?: object | string;
	readonly project?: object | string;
	readonly local?: object | string;
	readonly managed?: object | string;
	/** More keys of .claude.json, beside a finished onboarding; or its very text. */
	readonly state?: object | string;
	readonly login?: object;
	readonly files?: Readonly<Record<string, PretendFile>>;
	/** What `claude --version` answers; null where there is no claude. */
	readonly claude?: string | null;
	/** What a live prompt came to, as `wizard doctor --live` learns it; without it none was sent. */
	readonly live?: Cause | 'unknown' | 'ok';
	/** Another form of the base address that the live prompt found to answer. */
	readonly answersAt?: string;
	/** Of the finding that fires. */
	readonly severity?: Severity;
	readonly says?: RegExp;
};

export type ProblemExamples = {
	readonly id: ProblemId;
	readonly fires: readonly Example[];
	/** Near misses: machines that look like it and are as they should be. */
	readonly silent: readonly Example[];
};

export const consoleKey = `sk-ant-api03-${'Ab3dEf9h'.repeat(11)}QwErT-AA`;
export const routerKey = `sk-or-v1-${'0123456789abcdef'.repeat(4)}`;
export const setupToken = `sk-ant-oat01-${'Zy8xWv7u'.repeat(11)}AA`;
export const login = {
	claudeAiOauth: {
		accessToken: setupToken,
		refreshToken: `sk-ant-ort01-${'Mn6bVc5x'.repeat(11)}AA`,
		expiresAt: 4_102_444_800_000,
		scopes: ['user:inference', 'user:profile'],
		subscriptionType: 'max',
	},
};
export const approved = {customApiKeyResponses: {approved: [consoleKey.slice(-20), routerKey.slice(-20)], rejected: []}};
export const rejected = {customApiKeyResponses: {approved: [], rejected: [consoleKey.slice(-20)]}};

const project = '/home/ada/work';

export function machineOf(example: Example): Pretend {
	const text = (value: object | string) => (typeof value === 'string' ? value : JSON.stringify(value, null, 2));
	const files: Record<string, PretendFile> = {[project]: {folder: true}};
	const put = (path: string, value: object | string | undefined, mode = 0o600) => {
		if (value !== undefined) files[path] = {text: text(value), mode};
	};
	put('~/.claude/settings.json', example.user);
	put(`${project}/.claude/settings.json`, example.project);
	put(`${project}/.claude/settings.local.json`, example.local);
	put('/etc/claude-code/managed-settings.json', example.managed);
	put('~/.claude/.credentials.json', example.login);
	const {state = {}} = example;
	put('~/.claude.json', typeof state === 'string' ? state : {hasCompletedOnboarding: true, ...state});
	const version = example.claude === undefined ? '2.1.329' : example.claude;
	if (version !== null) files['/usr/local/bin/claude'] = {bytes: new Uint8Array([0x7f, 0x45, 0x4c, 0x46]), mode: 0o755};
	return pretend({
		files: {...files, ...example.files},
		variables: {HOME: '/home/ada', PATH: '/usr/local/bin:/usr/bin', ...example.variables},
		cwd: project,
		run: async () => ({state: 'ended', code: 0, stdout: `${version} (Claude Code)\n`, stderr: ''}),
	});
}

export async function findingsOf(example: Example): Promise<readonly Finding[]> {
	return diagnose({...(await examine(machineOf(example))), live: liveOf(example)});
}

export function liveOf({live, answersAt}: Example): LiveAnswer | null {
	if (live === undefined) return null;
	const ok = live === 'ok';
	const shown = {status: null, shown: ok ? 'pong' : 'API Error', ms: 12, probe: null, requestBytes: null};
	const known = live === 'unknown' || ok ? unknown : causes[live];
	return {trial: {ok, through: 'claude', cause: ok ? null : live, ...shown}, known, answersAt: answersAt ?? null};
}
