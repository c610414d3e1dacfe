import path from 'node:path';
import process from 'node:process';
import type {Gateway} from '../../../source/gateway/gateway.ts';
import {leaks} from '../../helpers/leaks.ts';
import type {Ended} from '../stories/own-network.ts';
import {Disk} from './disk.ts';
import type {Ground} from './ground.ts';
import {heldOptions} from './held.ts';
import type {Home} from './home.ts';
import {lost} from './kept.ts';
import {filling, putHome} from './put-home.ts';
import {changedInShells, shellStates} from './shell-state.ts';
import {notUndone} from './undone.ts';

export type Case = {
	readonly home: Home;
	/** An empty folder that becomes it. */
	readonly folder: string;
	readonly ground: Ground;
	readonly gateway: Gateway;
	readonly wizard: string;
	readonly claude: string;
	/** Whether the wizard also sends its live prompt. */
	readonly live: boolean;
};

/** What the server says to a prompt that it takes. */
export const reply = 'pongword';

/** Repairs a home and says, one sentence each, what is not as it has to be. */
export async function judgeHome({home, folder, ground, gateway, wizard, claude, live}: Case): Promise<readonly string[]> {
	const wrong: string[] = [];
	const demand = (holds: boolean, sentence: string) => void (holds || wrong.push(sentence));
	const fill = filling(folder, gateway.url);
	const work = path.join(folder, 'work');
	putHome(home, folder, fill, claude);
	const fresh = {
		...ground.variables,
		HOME: folder,
		USER: 'me',
		LOGNAME: 'me',
		SHELL: `/bin/${home.shell}`,
		TERM: 'xterm-256color',
		LANG: 'C.UTF-8',
		PATH: `${folder}/.local/bin:${process.env['PATH']}`,
		DISABLE_AUTOUPDATER: '1',
		CLAUDE_CODE_TMPDIR: path.join(folder, '.cache'),
		// A request that is refused is told at once.
		CLAUDE_CODE_MAX_RETRIES: '0',
	};
	const stale = {...fresh, ...Object.fromEntries(Object.entries(home.stale).map(([name, value]) => [name, fill(value)]))};
	const shellsBefore = await shellStates(home, ground, work, fresh);
	const before = new Disk(folder);

	let said = '';
	const heard = (ended: Ended) => {
		said += ended.stdout + ended.stderr;
		return {...ended, json: parsed(ended.stdout.slice(Math.max(0, ended.stdout.indexOf('{'))))};
	};
	const run = async (args: readonly string[], stdin = '') =>
		heard(await ground.run(work, stale, process.execPath, [wizard, ...args, '--json'], stdin));
	const inNewTerminal = async (args: readonly string[]) => {
		const line = [process.execPath, wizard, ...args, '--json'].map(word => `'${word}'`).join(' ');
		return heard(await ground.run(work, fresh, 'setsid', ['-w', home.shell, home.launch, line]));
	};
	const repair = ['--repair', '--yes', ...heldOptions(home.held, gateway.url), '--store', home.store];
	const secret = home.held === 'subscription' ? '' : `${home.secret}\n`;
	const first = await run([...repair, ...(live ? [] : ['--no-live'])], secret);
	// What lives in a shell cannot reach terminals that are open, and one variable is not cancelled by a folder: what to type is told.
	const told = home.store !== 'settings' && (first.json['cannot'] as unknown[] | undefined)?.length;
	demand(first.code === 0 || (first.code === 1 && Boolean(told)), `the repair ends with ${first.code}: ${first.stdout}${first.stderr}`);
	if (live) demand((first.json['live'] as {ok?: boolean} | null)?.ok === true, `the wizard's own prompt failed: ${first.stdout}`);
	const left = ((first.json['findings'] ?? []) as {id: string; severity: string}[]).filter(({severity}) => severity === 'error');
	demand(left.length === 0, `errors are left: ${left.map(({id}) => id).join(', ')}`);
	const repaired = new Disk(folder);
	for (const name of repaired.names)
		if (repaired.whole(name) !== before.whole(name) && leaks(repaired.whole(name) ?? '', [home.secret]).length > 0)
			demand(
				(repaired.mode(name) & 0o077) === 0 || repaired.whole(name)?.includes(' -> ') === true,
				`${name} holds the secret and is open to others`,
			);

	const second = await run([...repair, '--no-live'], secret);
	demand(second.json['changed'] === false, `a second repair is not idle: ${second.stdout}${second.stderr}`);
	// Somebody who keeps it in the shell has it in a new terminal alone.
	const plain =
		home.store === 'shell' ? await inNewTerminal(['--repair', '--yes', '--no-live']) : await run(['--repair', '--yes', '--no-live']);
	demand(plain.json['changed'] === false, `a plain repair is not idle: ${plain.stdout}${plain.stderr}`);

	wrong.push(...lost(home, before, repaired, fill, live));
	wrong.push(...changedInShells(home, shellsBefore, await shellStates(home, ground, work, fresh)));

	const line = (command: string) => `${command} -p "Say ok" --max-turns 1 < /dev/null`;
	const prompts = [
		['a new terminal', fresh, home.launch, home.command],
		...(told ? [] : [['the stale terminal', stale, '-c', 'claude'] as const]),
	] as const;
	for (const [where, env, launch, command] of prompts) {
		const [shell, start] = launch === '-c' ? (['sh', '-c'] as const) : ([home.shell, launch] as const);
		const ended = await ground.run(work, env, 'setsid', ['-w', shell, start, line(command)]);
		demand(ended.code === 0 && ended.stdout.includes(reply), `claude fails in ${where}: ${ended.stdout}${ended.stderr}`);
	}
	for (const {path: asked, shape} of gateway.requests) {
		if (shape.messages) demand(asked === `${home.prefix}/v1/messages`, `claude asked at ${asked}`);
		demand(!home.foreignModels.includes(shape.model ?? ''), `claude asked for ${shape.model}`);
	}

	const history = await run(['history']);
	const ids = ((history.json['items'] ?? []) as {id: string; state: string}[]).filter(({state}) => state === 'applied').map(({id}) => id);
	for (const id of ids) {
		const undone = await run(['undo', id, '--yes']);
		demand(undone.code === 0, `undo ends with ${undone.code}: ${undone.stdout}${undone.stderr}`);
	}
	wrong.push(...notUndone(before, repaired, new Disk(folder)));
	demand(leaks(said, home.secrets).length === 0, 'a secret is in an output');
	return wrong;
}

function parsed(text: string): Record<string, unknown> {
	try {
		return JSON.parse(text) as Record<string, unknown>;
	} catch {
		return {};
	}
}
