import {isClaude} from '../claude/is-claude.ts';
import {startCapture} from '../gateway/capture.ts';
import {printable} from '../places/show.ts';
import type {Situation} from '../problems/problem.ts';
import {chooseDestination} from './capture/destination.ts';
import {eatenByProxy} from './capture/eaten-by-proxy.ts';
import {launch} from './capture/launch.ts';
import {pointing} from './capture/pointing.ts';
import {Recorder} from './capture/recorder.ts';
import type {Context, Run} from './command.ts';
import {examine} from './examine.ts';
import {pageFor} from './page.ts';
import {tilde} from './tilde.ts';

/**
 * `wizard capture`: which credential headers a client really sends, and what gateways would do with them. It listens on 127.0.0.1
 * until Ctrl-C, or until the program that it starts has ended.
 */
export const capture: Run = async ({options, rest}, context) => {
	const {machine, err, fail, terminal} = context;
	const json = options.json === true;
	if (options['base-url'] !== undefined && !options.forward)
		return fail(2, '--base-url says where requests are sent on to, and needs --forward.', 'See: wizard capture --help');
	const situation = rest.length > 0 || options.forward ? await examine(machine) : null;
	const chosen = options.forward && situation !== null ? await chooseDestination(situation, options, context) : null;
	if (chosen?.state === 'refused') return fail(chosen.code, chosen.message, chosen.hint);
	const launched = rest.length > 0 && situation !== null ? launch(rest, situation, context, json ? 'stderr' : 'stdout') : null;
	if (launched?.state === 'refused') return fail(launched.code, launched.message, launched.hint);

	// A program on this terminal draws there, so that what came is told when it has ended.
	const recorder = new Recorder(context, {json, held: launched !== null && terminal.stdoutIsTTY});
	const listener = await startCapture({
		reply: 'wizard capture answers here: the request has arrived, and nothing was sent on.',
		destination: chosen?.destination ?? null,
		seen: captured => recorder.take(captured, listener.url),
	});
	try {
		if (launched === null) {
			(json ? err : context.out)(pointing(listener.url, chosen?.shown ?? null, pageFor(terminal)));
			await interrupted(context.takeInterrupt());
			return recorder.requests > 0 ? 0 : 130;
		}
		const code = await launched.run(listener.url);
		recorder.release();
		if (code === null) return fail(2, 'The program after "--" could not be started.');
		if (recorder.prompts === 0) err(nothingCame(rest[0] ?? '', situation, context));
		const eaten = situation === null ? null : eatenByProxy(situation);
		if (eaten !== null) err(eaten);
		return code;
	} finally {
		await listener.close();
	}
};

function interrupted(signal: AbortSignal): Promise<void> {
	return new Promise(resolve => {
		if (signal.aborted) resolve();
		else signal.addEventListener('abort', () => resolve(), {once: true});
	});
}

function nothingCame(program: string, situation: Situation | null, {machine}: Context): string {
	const request = situation?.headless.request;
	if (!isClaude(program))
		return 'No prompt came. Where the program starts claude, settings of claude outrank its environment: wizard capture -- claude -p hi';
	if (request !== undefined && !request.sends)
		return `No prompt came: ${printable(tilde(request.reason, machine.environment.home))}\n  wizard doctor says more.`;
	return 'No prompt came. wizard doctor says what claude would send, and whether a proxy is in the way.';
}
