import {competingVariables} from '../../credentials/competing.ts';
import {findRoots} from '../../places/roots.ts';
import type {Situation} from '../../problems/problem.ts';
import {type Choice, line} from '../conversation.ts';
import {asking, given, type Room, type Step} from './step.ts';

type Way = 'kept' | 'browser' | 'token';

/** A subscription: claude itself signs in, in this very terminal. */
export const signIn: Step = {
	name: 'sign-in',
	due: ({credential, holds, secret}) => credential === 'subscription' && !(holds === 'unsure' && secret !== null),
	async take(answers, room, canGoBack) {
		for (;;) {
			const choices = ways(room);
			const answer = await room.conversation.choose({
				...asking({...answers, secret: null}, canGoBack),
				title: 'How do you want to sign in?',
				choices,
				start: answers.token === 'token' ? choices.findIndex(({value}) => value === 'token') : 0,
				size: 'few',
			});
			if (answer.kind !== 'given') return answer;
			switch (answer.value) {
				case 'kept':
					return given({...answers, token: 'login', secret: null});
				case 'token':
					await run(room, ['setup-token'], 'It prints a token: copy it, it is asked for next.');
					return given({...answers, token: 'token', secret: null});
				case 'browser':
					await signInNow(room);
					if (loginOf(await room.lookAgain()) !== null) return given({...answers, token: 'login', secret: null});
					room.conversation.tell([line('No login was saved, so nothing is changed yet.', 'warn')]);
			}
		}
	},
};

/** In this very terminal, by claude itself. */
export function signInNow(room: Needed): Promise<void> {
	return run(room, loginWords(room), 'It opens your browser and comes back here when you are signed in.');
}

type Needed = Pick<Room, 'conversation' | 'machine' | 'situation'>;

/** Before 2.1.41 there was no `claude auth`; a session that starts with the slash command does the same. */
function loginWords({situation}: Needed): readonly string[] {
	const [major = 0, minor = 0, patch = 0] = (situation().claude.chosen?.version ?? '9').split('.').map(Number);
	return major > 2 || (major === 2 && (minor > 1 || (minor === 1 && patch >= 41))) ? ['auth', 'login'] : ['/login'];
}

function ways({situation, machine}: Room): readonly Choice<Way>[] {
	const saved = loginOf(situation());
	const runs = situation().claude.chosen?.condition.state === 'runs';
	const fresh = saved !== null && (saved.kind !== 'login' || saved.refreshable || (saved.expiresAt ?? 0) > machine.clock.now());
	const browser: Choice<Way> = {value: 'browser', label: 'Sign in with a browser', hint: 'runs: claude auth login'};
	const kept: Choice<Way> = {value: 'kept', label: 'Use the login that is saved here', hint: fresh ? '' : 'it has expired'};
	const token: Choice<Way> = {
		value: 'token',
		label: 'Make a token, for scripts and machines without a browser',
		hint: 'runs: claude setup-token',
	};
	const later: Choice<Way> = {value: 'kept', label: 'Sign in later', hint: 'claude auth login, once claude is installed'};
	if (!runs) return [saved === null ? later : kept];
	return saved === null ? [browser, token] : fresh ? [kept, browser, token] : [browser, kept, token];
}

function loginOf({facts}: Pick<Situation, 'facts'>) {
	return facts.find(fact => fact.kind === 'login' && fact.state === 'text') ?? null;
}

/** Without what would outrank the login, and in the home folder: no project has a say in how one signs in. */
async function run({conversation, machine, situation}: Needed, args: readonly string[], about: string): Promise<void> {
	const program = situation().claude.chosen?.path;
	if (program === undefined) return;
	const {variables} = machine.environment;
	const env = Object.fromEntries(Object.entries(variables).filter(([name]) => !competingVariables.includes(name)));
	conversation.tell([line(`claude ${args.join(' ')}`, 'strong'), line(about, 'quiet')]);
	await conversation.handOver(() => machine.programs.handOver(program, args, {env, cwd: findRoots(machine).home}));
}
