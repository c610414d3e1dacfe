import type {Destination} from '../../gateway/forward.ts';
import {showValue} from '../../places/show.ts';
import type {Situation} from '../../problems/problem.ts';
import {isLoopback, judgeAddress, unencrypted} from '../../setups/secret-rules.ts';
import type {Context} from '../command.ts';
import type {GivenOptions} from '../options.ts';
import {isProjects, userAddress} from './user-address.ts';
import {whyNotThere} from './why-not-there.ts';

export type Chosen =
	| {readonly state: 'chosen'; readonly destination: Destination; readonly shown: string}
	| {readonly state: 'refused'; readonly code: 2 | 3 | 130; readonly message: string; readonly hint?: string};

/**
 * Where requests are passed on to, agreed to once: the address that the user has configured or names on the command line, never one
 * that a project brings along. Nothing is sent before the host was shown (contract.md, promise 6).
 */
export async function chooseDestination(
	{facts, claude}: Situation,
	{'base-url': named, yes}: Pick<GivenOptions, 'base-url' | 'yes'>,
	{err, confirm, terminal}: Pick<Context, 'err' | 'confirm' | 'terminal'>,
): Promise<Chosen> {
	const address = userAddress(facts, claude.chosen?.version ?? null);
	const judged = judgeAddress(named ?? address);
	const shown = showValue('ANTHROPIC_BASE_URL', named ?? address);
	if (!judged.ok) return {state: 'refused', code: 2, message: `${shown} ${judged.why}.`, hint: judged.hint};
	const {url} = judged;
	if (url.protocol === 'http:' && !isLoopback(url))
		return {state: 'refused', code: 3, message: unencrypted(url), hint: 'Use https://, or bring the endpoint to 127.0.0.1 (ssh -L).'};
	err(`Requests will be sent on to ${shown}${named === undefined ? ', which is the address you have set up' : ''}.`);
	err('  Each with the credentials its client sends, as far as they belong to that host. It may be billed.');
	if (named === undefined && facts.some(fact => fact.variable === 'ANTHROPIC_BASE_URL' && isProjects(fact) && fact.state === 'text'))
		err('  Settings of this folder name another address, which does not count here. To agree to it: --base-url URL');
	if (yes !== true) {
		if (!terminal.stdinIsTTY)
			return {
				state: 'refused',
				code: 2,
				message: 'There is no terminal to ask on whether requests may be sent on.',
				hint: `To agree to ${url.host}: wizard capture --forward --yes`,
			};
		if (!(await confirm(`Send requests on to ${url.host}?`))) return {state: 'refused', code: 130, message: 'Nothing was sent on.'};
	}
	return {state: 'chosen', shown, destination: {base: url, whyNot: credential => whyNotThere(credential, url, {facts, address})}};
}
