import {createHash} from 'node:crypto';
import type {Machine} from '../machine/machine.ts';
import type {Fact, LoginFact, SettingFact} from './fact.ts';
import type {Roots} from './roots.ts';
import {secureStorage} from './secure-storage.ts';

/**
 * What the macOS Keychain holds for Claude Code. `security` is asked without -w and -g, so it tells whether an entry is there and never
 * its text, and raises no dialog. Names as read in 2.1.197 and 2.1.329: "Claude Code-credentials" for the login and "Claude Code" for the
 * key of a Console login, each with the beginning of a hash of the folder where CLAUDE_CONFIG_DIR moves it.
 */
export async function lookInKeychain(machine: Machine, roots: Roots): Promise<readonly Fact[]> {
	const {tag} = secureStorage(machine.environment, roots);
	const suffix = tag === null ? '' : `-${fingerprint(tag)}`;
	const account = accountOf(machine.environment.variables['USER']);
	const [login, key] = await Promise.all([
		ask(machine, `Claude Code-credentials${suffix}`, account),
		ask(machine, `Claude Code${suffix}`, account),
	]);
	return [...loginFacts(login), ...keyFacts(key)];
}

function fingerprint(folder: string): string {
	return createHash('sha256').update(folder.normalize('NFC')).digest('hex').slice(0, 8);
}

type Entry = {readonly state: 'there' | 'missing' | 'unknown'; readonly service: string; readonly why: string | null};

function accountOf(user: string | undefined): string {
	return user !== undefined && /^[\w.-]+$/.test(user) ? user : 'claude-code-user';
}

async function ask({programs, environment}: Machine, service: string, account: string): Promise<Entry> {
	const {variables, home} = environment;
	const env = {HOME: home, PATH: variables['PATH'] ?? '/usr/bin:/bin'};
	const outcome = await programs.run('security', ['find-generic-password', '-s', service, '-a', account], {env, timeout: 2000});
	switch (outcome.state) {
		case 'ended':
			// 44: no such item. 36 and others: locked, or no Keychain in this session (ssh).
			if (outcome.code === 0) return {state: 'there', service, why: null};
			if (outcome.code === 44) return {state: 'missing', service, why: null};
			return {state: 'unknown', service, why: outcome.code === 36 ? 'the Keychain is locked' : `security ended with ${outcome.code}`};
		case 'timeout':
			return {state: 'unknown', service, why: 'the Keychain did not answer within 2 seconds'};
		case 'missing':
		case 'not-runnable':
		case 'killed':
			return {state: 'unknown', service, why: 'the Keychain could not be asked'};
	}
}

/** What the login is for is inside the entry and not read: `/login` asks for this scope, so it is taken as given. */
function loginFacts({state, service, why}: Entry): readonly LoginFact[] {
	if (state === 'missing') return [];
	const spot = {file: null, line: null, column: null, variable: 'claudeAiOauth', value: null};
	const said = {state: state === 'there' ? ('text' as const) : ('unreadable' as const), shown: `Keychain: ${service}`, why};
	const unknown = {expiresAt: null, scopes: ['user:inference'], subscription: null, refreshable: true, renewableUntil: null};
	return [{kind: 'login', place: 'login', ...spot, ...said, ...unknown}];
}

function keyFacts({state, service}: Entry): readonly SettingFact[] {
	if (state !== 'there') return [];
	const spot = {file: null, line: null, column: null, variable: 'primaryApiKey', value: null};
	const said = {state: 'text' as const, shown: `Keychain: ${service}`, why: null};
	return [{kind: 'setting', place: 'secret-store', in: 'login', json: 'string', ...spot, ...said}];
}
