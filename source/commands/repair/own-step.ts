import type {Diagnosed} from '../../problems/finding.ts';

/** What the user does about a finding that a repair has left: to repair once more is no advice any longer. */
export function ownStep({fix, evidence}: Diagnosed): {readonly summary: string; readonly command: string | null} {
	if (fix.command !== 'wizard --repair') return {summary: fix.summary, command: fix.command};
	const here = [...new Set(evidence.filter(({place}) => place === 'shell').map(({variable}) => variable))];
	if (here.length > 0 && evidence.every(({place}) => place === 'shell'))
		return {summary: 'Only terminals that are open still have it; close them, or type there:', command: `unset ${here.join(' ')}`};
	return {summary: fix.summary, command: null};
}
