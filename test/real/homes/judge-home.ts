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
import {notTheSame, notUndone} from './undone.ts';

export type Case = {
	readonly home: Home;
	/** An empty folder that becomes it. */
	readonly folder: string;
	readonly ground: Ground;
	readonly gateway: Gateway;
	readonly wizard: string;
	readonly claude: string;
	/** Up to 2.1.100 an empty entry of settings does not cancel every variable: then it is told what to type in terminals that are open. */
	readonly cancels?: 'everything' | 'not-everything';
	/** Besides: the wizard sends its own live prompt, or all is taken back before claude has run, and repaired again. */
	readonly besides: 'live' | 'take-back' | 'nothing';
};

/** What the server says to a prompt that it takes. */
export const reply = 'pongword';

/** Repairs a home and says, one sentence each, what is not as it has to be. */
export async function judgeHome({
	home,
	folder,
	ground,
	gateway,
	wizard,
	claude,
	besides,
	cancels = 'everything',
}: Case): Promise<readonly string[]> {
	const live = besides === 'live';
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
	const command = home.secretCommand === undefined ? {} : {secretCommand: fill(home.secretCommand)};
	const repair = ['--repair', '--yes', ...heldOptions({...home, ...command}, gateway.url), '--store', home.store];
	const secret = home.held === 'subscription' || home.secretCommand !== undefined ? '' : `${home.secret}\n`;
	const takeBack = async () => {
		const {json} = await run(['history']);
		const applied = ((json['items'] ?? []) as {id: string; state: string}[]).filter(({state}) => state === 'applied');
		for (const {id} of applied) {
			const undone = await run(['undo', id, '--yes']);
			demand(undone.code === 0, `undo ends with ${undone.code}: ${undone.stdout}${undone.stderr}`);
		}
	};
	const first = await run([...repair, ...(live ? [] : ['--no-live'])], secret);
	// What lives in a shell cannot reach terminals that are open, and one variable is not cancelled by a folder: what to type is told.
	const told =
		(home.store === 'shell' || home.store === 'project' || cancels === 'not-everything') &&
		(first.json['cannot'] as unknown[] | undefined)?.length;
	demand(first.code === 0 || (first.code === 1 && Boolean(told)), `the repair ends with ${first.code}: ${first.stdout}${first.stderr}`);
	if (live) demand((first.json['live'] as {ok?: boolean} | null)?.ok === true, `the wizard's own prompt failed: ${first.stdout}`);
	const left = ((first.json['findings'] ?? []) as {id: string; severity: string}[]).filter(({severity}) => severity === 'error');
	demand(left.length === 0 || (cancels === 'not-everything' && Boolean(told)), `errors are left: ${left.map(({id}) => id).join(', ')}`);
	const repaired = new Disk(folder);
	// A link is as open as what it leads to.
	const holds = (disk: Disk, name: string) => leaks(disk.whole(name) ?? '', [home.secret]).length > 0;
	for (const name of repaired.names)
		if (holds(repaired, name) && !holds(before, name))
			demand((repaired.mode(name) & 0o077) === 0, `${name} holds the secret and is open to others`);

	if (besides === 'take-back') {
		await takeBack();
		wrong.push(...notTheSame(before, new Disk(folder)));
		await run([...repair, '--no-live'], secret);
		wrong.push(...notTheSame(repaired, new Disk(folder)).map(sentence => `repaired again: ${sentence}`));
	}

	const second = await run([...repair, '--no-live'], secret);
	demand(second.json['changed'] === false, `a second repair is not idle: ${second.stdout}${second.stderr}`);
	// Somebody who keeps it in the shell has it in a new terminal alone.
	const plain =
		home.store === 'shell' || (cancels === 'not-everything' && told)
			? await inNewTerminal(['--repair', '--yes', '--no-live'])
			: await run(['--repair', '--yes', '--no-live']);
	demand(plain.json['changed'] === false, `a plain repair is not idle: ${plain.stdout}${plain.stderr}`);

	wrong.push(...lost(home, before, repaired, fill, live));
	wrong.push(...changedInShells(home, shellsBefore, await shellStates(home, ground, work, fresh)));

	const line = (command: string) => `${command} -p "Say ok" --max-turns 1 < /dev/null`;
	const prompts = [
		['a new terminal', fresh, home.launch, home.command],
		...(told || home.store === 'shell' ? [] : [['the stale terminal', stale, '-c', 'claude'] as const]),
	] as const;
	for (const [where, env, launch, command] of prompts) {
		const [shell, start] = launch === '-c' ? (['sh', '-c'] as const) : ([home.shell, launch] as const);
		const ended = await ground.run(work, env, 'setsid', ['-w', shell, start, line(command)]);
		demand(ended.code === 0 && ended.stdout.includes(reply), `claude fails in ${where}: ${ended.stdout}${ended.stderr}`);
	}
	for (const {path: asked, shape} of gateway.requests) {
		// 2.0.77 also asks how long its prompt is.
		const due = [`${home.prefix}/v1/messages`, `${home.prefix}/v1/messages/count_tokens`];
		if (shape.messages) demand(due.includes(asked), `claude asked at ${asked}`);
		demand(!home.foreignModels.includes(shape.model ?? ''), `claude asked for ${shape.model}`);
	}

	const ran = new Disk(folder);
	await takeBack();
	wrong.push(...notUndone(before, repaired, ran, new Disk(folder)));
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
