import {type DamageKind, damageOf} from '../credentials/damage.ts';
import {readPaste} from '../credentials/paste.ts';
import type {Fact} from '../places/fact.ts';
import type {Edit} from '../plan/edit.ts';
import type {Header} from '../request/request.ts';
import {credentialSource, isActive, sentHeaders, textOf} from './credential-source.ts';
import type {Finding} from './finding.ts';
import {type Carrier, moveTo} from './move-to.ts';
import type {Problem, Situation} from './problem.ts';

/** A real credential that was damaged on its way into the variable. Blanks around it are trimmed by Claude Code and no problem. */
export const malformedKey: Problem = {
	id: 'malformed-key',
	diagnose(situation) {
		const {headless, interactive} = situation;
		const sent = [...sentHeaders(headless), ...sentHeaders(interactive)].filter(isVariable).map(({fact}) => fact);
		const stopped = [headless.request, interactive.request].some(request => !request.sends && request.because === 'bad-header');
		const suspects = stopped ? headless.judged.map(({fact}) => fact).filter(isCredential) : sent;
		return [...new Set(suspects)].flatMap(fact => {
			const damage = damageOf(textOf(fact) ?? '');
			const told = damage === null ? null : explain(damage.kind, fact);
			return told === null ? [] : [say(fact, told, edits(fact, situation))];
		});
	},
};

function isVariable({fact, empty}: Header): boolean {
	return !empty && isCredential(fact);
}

function isCredential(fact: Fact): boolean {
	const source = credentialSource(fact);
	if (fact.kind === 'variable' && !isActive(fact)) return false;
	return source === 'key' || source === 'token' || source === 'oauth-token' || source === 'managed-key';
}

type Told = {readonly what: string; readonly why: string};

/** Null for what other problems tell, and for what does no harm. */
function explain(kind: DamageKind, {variable}: Fact): Told | null {
	switch (kind) {
		case 'bearer-prefix':
			return variable === 'ANTHROPIC_AUTH_TOKEN' || variable === 'CLAUDE_CODE_OAUTH_TOKEN'
				? {what: 'begins with "Bearer"', why: 'Claude Code adds the word itself, so "Bearer Bearer …" goes out.'}
				: {what: 'begins with "Bearer"', why: 'The x-api-key header holds the key alone; the word goes out as part of it.'};
		case 'header-line':
			return {what: 'holds a whole header line', why: 'Only the part after the colon is the credential; the rest goes out as part of it.'};
		case 'assignment':
			return {what: 'holds a whole assignment', why: 'The name and the equals sign go out as part of the credential.'};
		case 'quotes':
			return {
				what: 'has quotes in its value',
				why: 'The quotes go out as part of the credential, or stop the request when they are curly ones.',
			};
		case 'inner-newline':
			return {
				what: 'has a line break inside',
				why: 'A header cannot hold one, so Claude Code stops before it sends anything. Copying a wrapped line from a terminal does this.',
			};
		case 'non-ascii':
			return {
				what: 'holds characters that no header can carry',
				why: 'Curly quotes, dashes and invisible marks come from chat programs and documents. Claude Code stops before it sends anything.',
			};
		case 'inner-space':
			return {what: 'has a space inside', why: 'No issuer puts spaces into a key; it goes out as it stands.'};
		case 'url':
			return {what: 'holds an address', why: 'An address belongs in ANTHROPIC_BASE_URL; here it goes out as the credential.'};
		case 'masked':
			return {what: 'holds a masked key', why: 'Consoles show a new key once and afterwards only its masked form, which is of no use.'};
		case 'nothing-in-words':
		case 'unexpanded-variable':
		case 'placeholder':
		case 'edge-whitespace':
			return null;
	}
}

/** What surely does not belong to it is taken off; a key that is cut off or masked has to be copied again. */
function edits(fact: Fact, situation: Situation): readonly Edit[] {
	const carrier = carriers.find(name => name === fact.variable);
	const paste = readPaste(textOf(fact) ?? '');
	return carrier === undefined || fact.kind !== 'variable' || paste.state !== 'usable'
		? []
		: moveTo('malformed-key', fact, carrier, paste.text, situation);
}

const carriers: readonly Carrier[] = ['ANTHROPIC_API_KEY', 'ANTHROPIC_AUTH_TOKEN', 'CLAUDE_CODE_OAUTH_TOKEN'];

function say(fact: Fact, {what, why}: Told, edits: readonly Edit[]): Finding {
	return {
		id: 'malformed-key',
		severity: 'error',
		title: `${fact.variable} ${what}`,
		why,
		evidence: [fact],
		fix: {
			summary:
				edits.length > 0
					? 'Keep the credential itself, without what does not belong to it.'
					: 'Copy the credential again, as one line and nothing else.',
			edits,
			command: 'wizard --repair',
		},
	};
}
