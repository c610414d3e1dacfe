import type {Machine} from '../machine/machine.ts';
import {overlay} from '../machine/overlay.ts';
import {look} from '../places/look.ts';
import {apply} from '../plan/apply.ts';
import type {Plan} from '../plan/plan.ts';
import type {Request} from '../request/request.ts';
import {resolve} from '../request/resolve.ts';
import type {Sending} from '../setups/secret-rules.ts';

/**
 * Which secret `claude` would send where after this plan and does not send there now. The plan is carried out on an overlay, so that
 * also a key that only comes to light when another is removed is seen.
 */
export async function foresee(plan: Plan, machine: Machine): Promise<readonly Sending[]> {
	const above = overlay(machine);
	const applied = await apply(plan, above);
	if (applied.state !== 'applied') return [];
	const [now, then] = [await sendingsOn(machine), await sendingsOn(above)];
	return then.filter(({secret, to}) => !now.some(other => other.to.host === to.host && other.secret.equals(secret)));
}

async function sendingsOn(machine: Machine): Promise<readonly Sending[]> {
	const facts = await look(machine);
	return (['headless', 'interactive'] as const).flatMap(mode => sendings(resolve(facts, {version: null, mode}).request));
}

function sendings(request: Request): readonly Sending[] {
	if (!request.sends || !URL.canParse(request.url)) return [];
	const to = new URL(request.url);
	return [request.authorization, request.xApiKey].flatMap(header => {
		const secret = header?.fact.value ?? null;
		return secret === null || secret.length === 0 ? [] : [{secret, to}];
	});
}
