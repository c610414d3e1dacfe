import {isClaude} from '../../claude/is-claude.ts';
import {routing} from '../../claude/proxy-route.ts';
import {pathOf} from '../../places/roots.ts';
import type {Situation} from '../../problems/problem.ts';
import {isManaged} from '../../request/ignored-files.ts';
import type {Context} from '../command.ts';
import {layOverSettings} from './lay-over-settings.ts';
import {variablesOf} from './user-address.ts';

type Refused = {readonly state: 'refused'; readonly code: 2 | 3 | 4; readonly message: string; readonly hint: string};

/** A program that is to be started against the listener. */
export type Launch =
	| {
			readonly state: 'ready';
			/** Ends with the program, and gives its exit code. Null: it could not be started. */
			readonly run: (url: string) => Promise<number | null>;
	  }
	| Refused;

/**
 * How a client is pointed at the listener. claude by a settings file of our own (0600, gone afterwards), because an `env` of the user's
 * settings outranks what it is started with; every other program by its environment. Which credential is sent stays the user's.
 */
export function launch(
	[program = '', ...args]: readonly string[],
	situation: Situation,
	{machine, terminal}: Pick<Context, 'machine' | 'terminal'>,
	output: 'stdout' | 'stderr',
): Launch {
	const {environment, programs, scratch} = machine;
	const {join} = pathOf(environment);
	const {facts, claude} = situation;
	const applied = variablesOf(facts, claude.chosen?.version ?? null);
	const variables = (url: string) => ({
		ANTHROPIC_BASE_URL: url,
		...besideProxy(name => applied.get(name)?.text ?? environment.variables[name]),
	});
	const start = (words: readonly string[], url: string) =>
		programs.handOver(program, words, {
			env: {...environment.variables, ...variables(url)},
			cwd: environment.cwd,
			...(output === 'stderr' ? {output} : {}),
			...(terminal.stdinIsTTY ? {} : {interrupts: 'passed-on' as const}),
		});
	if (!isClaude(program)) return {state: 'ready', run: url => start(args, url)};

	const refusal = refusalFor(program, situation, applied);
	if (refusal !== null) return refusal;
	const over = layOverSettings(args, machine);
	if (over.state === 'refused') return {state: 'refused', code: 2, message: over.message, hint: 'Give claude settings that it can read.'};
	return {
		state: 'ready',
		run: async url => {
			const files = {'settings.json': over.text(variables(url))};
			const folder = over.holds === 'theirs' ? scratch.makeSecret(files) : scratch.make(files);
			try {
				return await start(['--settings', join(folder, 'settings.json'), ...over.args], url);
			} finally {
				scratch.remove(folder);
			}
		},
	};
}

function refusalFor(program: string, {claude, headless}: Situation, applied: ReturnType<typeof variablesOf>): Refused | null {
	if (program === 'claude' && claude.chosen?.condition.state !== 'runs')
		return {state: 'refused', code: 4, message: 'No claude that runs was found.', hint: 'What is installed: wizard doctor'};
	const base = applied.get('ANTHROPIC_BASE_URL');
	if (base !== undefined && isManaged(base.fact.place))
		return {
			state: 'refused',
			code: 3,
			message:
				"An administrator's settings say where claude sends its requests, and outrank what it is started with: nothing would come here.",
			hint: 'Where they say so: wizard doctor --all',
		};
	const {request} = headless;
	if (request.sends ? request.provider !== 'anthropic' : request.because === 'cloud-setup')
		return {
			state: 'refused',
			code: 3,
			message: 'claude is set up for a cloud provider here, which has an address and credentials of its own: nothing would come here.',
			hint: 'What decides it: wizard doctor',
		};
	return null;
}

/** claude sends also requests to this computer through a proxy (2.1.329), unless this list excepts them; which spelling counts differs. */
function besideProxy(value: (name: string) => string | undefined): Readonly<Record<string, string>> {
	if (!routing.some(name => !/no_proxy/i.test(name) && value(name))) return {};
	const list = [value('no_proxy') || value('NO_PROXY'), '127.0.0.1', 'localhost'].filter(Boolean).join(',');
	return {NO_PROXY: list, no_proxy: list};
}
