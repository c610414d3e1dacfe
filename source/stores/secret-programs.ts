import type {Platform} from '../machine/machine.ts';

/** A program that keeps a secret and gives it back on stdout. The secret goes in on stdin: it is never an argument. */
export type SecretProgram = {
	readonly name: string;
	readonly title: string;
	/** The command line for apiKeyHelper, run by /bin/sh. */
	readonly helper: string;
	/** How the secret is put in; null where the user keeps it there himself (`op read`, any command). */
	readonly put: {readonly program: string; readonly args: readonly string[]} | null;
	readonly remove: {readonly program: string; readonly args: readonly string[]} | null;
};

const service = 'claude-auth-wizard';

/** libsecret: GNOME Keyring, KWallet. `store` reads the secret from stdin up to its end. */
export function secretTool(account: string): SecretProgram {
	const attributes = ['service', service, 'account', account];
	return {
		name: 'secret-tool',
		title: 'the desktop keyring (secret-tool)',
		helper: `secret-tool lookup ${attributes.map(quoted).join(' ')}`,
		put: {program: 'secret-tool', args: ['store', '--label', `Claude Code credential (${account})`, ...attributes]},
		remove: {program: 'secret-tool', args: ['clear', ...attributes]},
	};
}

/** `insert -m` reads the whole of stdin; -f replaces what is there without asking. */
export function pass(account: string): SecretProgram {
	const entry = `${service}/${account}`;
	return {
		name: 'pass',
		title: 'pass, the password store',
		helper: `pass show ${quoted(entry)}`,
		put: {program: 'pass', args: ['insert', '-m', '-f', entry]},
		remove: {program: 'pass', args: ['rm', '-f', entry]},
	};
}

/** macOS: `security -i` takes its commands from stdin, since `add-generic-password -w SECRET` would show the secret to every user. */
function keychain(account: string): SecretProgram {
	return {
		name: 'security',
		title: 'the macOS keychain',
		helper: `security find-generic-password -s ${quoted(service)} -a ${quoted(account)} -w`,
		put: {program: 'security', args: ['-i']},
		remove: {program: 'security', args: ['delete-generic-password', '-s', service, '-a', account]},
	};
}

/** A command of the user's: `op read op://…`, `pass show …`, a script. It holds the secret already. */
export function ownCommand(command: string): SecretProgram {
	return {name: 'command', title: 'a command of yours', helper: command, put: null, remove: null};
}

/** What this platform usually has, most likely first. Whether it runs here is asked by whoever offers it. */
export function usualPrograms(platform: Platform, account: string): readonly SecretProgram[] {
	switch (platform) {
		case 'darwin':
			return [keychain(account), pass(account)];
		case 'linux':
			return [secretTool(account), pass(account)];
		case 'win32':
			return [];
	}
}

function quoted(word: string): string {
	return /^[\w./@-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
