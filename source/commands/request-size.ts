import {ask} from '../claude/ask.ts';
import type {Copy} from '../claude/installed.ts';
import {startGateway} from '../gateway/gateway.ts';
import type {Machine} from '../machine/machine.ts';
import type {Situation} from '../problems/problem.ts';

/**
 * How many bytes the live prompt of this claude has, so that it can be said before it is sent: the same prompt is asked once of a
 * server of our own, in a home of its own and without anything of the user's. Remembered for each version and model. Null where
 * that cannot be: an administrator's settings would send it elsewhere, and a start script may need the user's home.
 */
export async function requestSize(machine: Machine, {facts}: Situation, claude: Copy, model: string | null): Promise<number | null> {
	if (claude.oddities.length > 0 || facts.some(({place, state}) => place.startsWith('managed-') && state !== 'absent')) return null;
	const name = `request-size-${(claude.version ?? 'unknown').replace(/[^\w.-]/g, '_')}`;
	const known = readKnown(machine.memory.recall(name));
	const remembered = known[model ?? ''];
	if (remembered !== undefined) return remembered;
	const bytes = await measure(machine, claude, model);
	if (bytes !== null) machine.memory.remember(name, JSON.stringify({...known, [model ?? '']: bytes}));
	return bytes;
}

/** It answers at once; a claude that takes longer here is not waited for. */
const patience = 15_000;

async function measure(machine: Machine, claude: Copy, model: string | null): Promise<number | null> {
	const gateway = await startGateway();
	const home = machine.scratch.make();
	try {
		const {PATH = '', LANG = '', SYSTEMROOT, COMSPEC, PATHEXT} = machine.environment.variables;
		const windows = {...(SYSTEMROOT && {SYSTEMROOT}), ...(COMSPEC && {COMSPEC}), ...(PATHEXT && {PATHEXT})};
		const variables = {
			...windows,
			PATH,
			LANG,
			HOME: home,
			USERPROFILE: home,
			TMPDIR: home,
			CLAUDE_CONFIG_DIR: home,
			ANTHROPIC_BASE_URL: gateway.url,
			ANTHROPIC_AUTH_TOKEN: 'to-measure-the-request',
			...(model === null ? {} : {ANTHROPIC_MODEL: model}),
		};
		await ask(machine.at(home, variables), claude, {folder: null, timeout: patience});
		const sizes = gateway.requests.filter(({shape}) => shape.messages).map(({bytes}) => bytes);
		return sizes.length === 0 ? null : sizes.reduce((sum, bytes) => sum + bytes);
	} finally {
		machine.scratch.remove(home);
		await gateway.close();
	}
}

function readKnown(text: string | null): Readonly<Record<string, number>> {
	try {
		const value: unknown = JSON.parse(text ?? '{}');
		if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
		return Object.fromEntries(Object.entries(value).filter(([, bytes]) => Number.isInteger(bytes)));
	} catch {
		return {};
	}
}
