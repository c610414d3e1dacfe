import type {Form} from '../claude/probe-forms.ts';
import type {Trial} from '../claude/trial.ts';
import type {Situation} from '../problems/problem.ts';
import {defaultBase} from '../request/address.ts';
import type {Context} from './command.ts';
import {liveConsent} from './live-consent.ts';
import {liveTarget} from './live-target.ts';
import {prove, usualTimeout} from './prove.ts';
import {requestSize} from './request-size.ts';

export type Live =
	| {readonly state: 'tried'; readonly trial: Trial; readonly form: Form | null}
	| {readonly state: 'refused'; readonly code: 2 | 3 | 4 | 130; readonly message: string; readonly hint?: string};

type Needed = Pick<Context, 'machine' | 'err' | 'confirm' | 'terminal' | 'takeInterrupt'>;

/** The live prompt as a command makes it: shown before it is sent, asked about where that is due, ended by Ctrl-C. */
export async function live(
	situation: Situation,
	context: Needed,
	{seconds, named = null}: {readonly seconds: string | undefined; readonly named?: string | null},
): Promise<Live> {
	const timeout = timeoutFrom(seconds);
	if (timeout === null) return {state: 'refused', code: 2, message: '--timeout is a number of seconds from 1 to 600.'};
	const {chosen} = situation.claude;
	if (chosen?.condition.state !== 'runs')
		return refused(4, 'No claude that runs was found, and only claude itself can prove the setup.', 'What is installed: wizard doctor');
	const target = liveTarget(situation);
	const bytes =
		target === null || isAnthropic(target.host) ? null : await requestSize(context.machine, situation, chosen, target.request.model);
	if (target !== null) {
		if (named !== null && !(URL.canParse(named) && new URL(named).host === target.host))
			return refused(3, `claude would ask ${target.host}, which is not the host that --base-url names.`, 'What decides it: wizard doctor');
		const consent = await liveConsent(target, context, {named, bytes});
		if (consent.state === 'refused') return refused(3, consent.why, consent.hint);
		if (consent.state === 'declined') return refused(130, 'Nothing was sent.');
	}
	const proof = await prove(context.machine, situation, {timeout, bytes, signal: context.takeInterrupt()});
	switch (proof.state) {
		case 'cancelled':
			return refused(130, 'Cancelled.');
		case 'no-claude':
			return refused(4, 'claude could not be started.', 'What is installed: wizard doctor');
		case 'tried':
			return proof;
	}
}

/** There claude adds to its request what no server of ours ever gets to see (162 bytes on 2.1.329), so its size is only about known. */
function isAnthropic(host: string): boolean {
	return host === new URL(defaultBase).host;
}

function refused(code: 3 | 4 | 130, message: string, hint?: string): Live {
	return {state: 'refused', code, message, ...(hint === undefined ? {} : {hint})};
}

/** Milliseconds, or null where it is no sensible number. */
function timeoutFrom(seconds: string | undefined): number | null {
	if (seconds === undefined) return usualTimeout;
	const number = Number(seconds);
	return /^\d+(?:\.\d+)?$/.test(seconds) && number >= 1 && number <= 600 ? Math.round(number * 1000) : null;
}
