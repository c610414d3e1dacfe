import {probe} from '../../claude/probe.ts';
import {probeForms} from '../../claude/probe-forms.ts';
import {readProbe} from '../../claude/probe-reading.ts';
import {liveTarget} from '../live-target.ts';
import type {Answers} from './answers.ts';
import type {Proved} from './prove-setup.ts';
import type {Room} from './step.ts';

/** A plain request each, to the host that was agreed to and nowhere else. */
const patience = 8000;

/**
 * Where the address seems to be what is wrong: the documented forms of it are tried on the same host, and the first that answers as a
 * model's endpoint does is given. Nothing is ever taken off blindly: /v1 is part of the path at some.
 */
export async function betterAddress({baseUrl}: Answers, proved: Proved, {machine, conversation}: Room): Promise<string | null> {
	if (baseUrl === null || proved.state !== 'tried' || !aboutAddress.has(proved.trial.cause ?? '')) return null;
	const target = liveTarget(proved.situation);
	const wish = target?.probe ?? null;
	if (wish === null) return null;
	return conversation.progress('Trying other forms of the address, on the same host', async (signal, say) => {
		for (const {base} of probeForms(baseUrl)) {
			if (signal.aborted) return null;
			say(base);
			const {wish: asked, reply} = await probe(machine, {
				...wish,
				url: `${base}/v1/messages`,
				model: {ask: 'unknown'},
				timeout: patience,
				signal,
			});
			if (readProbe(asked.url, reply).state === 'accepted') return base;
		}
		return null;
	});
}

const aboutAddress = new Set<string>([
	'base-url-path',
	'base-url-dup-v1',
	'protocol-mismatch',
	'html-not-json',
	'model-name-unknown',
	'unknown',
]);
