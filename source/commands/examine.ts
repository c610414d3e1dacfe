import {find} from '../claude/find.ts';
import {inspectHelper} from '../claude/helper-program.ts';
import type {Installed} from '../claude/installed.ts';
import {proxyRoute, type Route, routing} from '../claude/proxy-route.ts';
import type {Machine} from '../machine/machine.ts';
import {steadyFiles} from '../machine/steady-files.ts';
import {cloudLogins} from '../places/cloud-logins.ts';
import type {Fact} from '../places/fact.ts';
import {keyFiles} from '../places/key-files.ts';
import {look} from '../places/look.ts';
import {lookAtNamed, type NamedFile, namesFile} from '../places/named-files.ts';
import {lookFromNewTerminal} from '../places/new-terminal.ts';
import {masksAmong} from '../plan/masks.ts';
import {textOf} from '../problems/credential-source.ts';
import {valueInForce} from '../problems/in-force.ts';
import type {Situation} from '../problems/problem.ts';
import type {Resolution} from '../request/request.ts';
import {resolve} from '../request/resolve.ts';

/** Looks at the machine and works out what `claude` would send there. Nothing that is found is run but `claude --version`. */
export async function examine(machine: Machine): Promise<Situation> {
	const steady = {...machine, files: steadyFiles(machine.files)};
	const [facts, claude] = await Promise.all([look(steady), find(machine)]);
	return situate(steady, facts, claude);
}

/** The same from facts at hand, as after a helper was run. */
export function situate(machine: Machine, facts: readonly Fact[], claude: Installed): Situation {
	const version = claude.chosen?.version ?? null;
	const commands = facts.filter(fact => fact.kind === 'setting' && fact.variable === 'apiKeyHelper');
	const situation: Situation = {
		...judged(facts, version),
		claude,
		helpers: new Map(commands.map(fact => [fact, inspectHelper(machine, textOf(fact) ?? '')])),
		now: machine.clock.now(),
		keyFiles: keyFiles(machine, facts),
		masks: masksAmong(machine, facts),
		named: namedBy(facts.filter(namesFile), machine),
		cloudLogins: cloudLogins(machine, facts),
		later: null,
		live: null,
	};
	const terminal = lookFromNewTerminal(machine, facts);
	if (terminal === null) return situation;
	return {...situation, later: {situation: {...situation, ...judged(terminal.facts, version)}, writtenAt: terminal.writtenAt}};
}

/** Each path once: a bundle of certificates is large, and a shell and its startup file name the same one. */
function namedBy(facts: readonly Fact[], machine: Machine): Situation['named'] {
	const seen = new Map<string, NamedFile>();
	const lookOnce = (path: string): NamedFile => {
		const found = seen.get(path) ?? lookAtNamed(machine, path);
		seen.set(path, found);
		return found;
	};
	return new Map(facts.map(fact => [fact, lookOnce(textOf(fact) ?? '')]));
}

/** What follows from the facts alone. */
function judged(facts: readonly Fact[], version: string | null): Pick<Situation, 'facts' | 'headless' | 'interactive' | 'route'> {
	const headless = resolve(facts, {version, mode: 'headless'});
	return {facts, headless, interactive: resolve(facts, {version, mode: 'interactive'}), route: routeOf(headless, version)};
}

/** With what settings say of proxies: they outrank the shell there too. */
function routeOf(headless: Resolution, version: string | null): Route {
	const variables = Object.fromEntries(routing.map(name => [name, valueInForce(headless, name)]));
	return proxyRoute(headless.request.url ?? '', variables, version);
}
