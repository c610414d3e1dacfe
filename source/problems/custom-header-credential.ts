import {Secret} from '../credentials/secret.ts';
import type {Fact} from '../places/fact.ts';
import type {Edit} from '../plan/edit.ts';
import {parseCustomHeaders} from '../request/custom-headers.ts';
import {sentHeaders, textOf} from './credential-source.ts';
import {inForce} from './in-force.ts';
import type {Problem, Situation} from './problem.ts';
import {setVariable} from './set-variable.ts';
import {takeOut} from './take-out.ts';

/**
 * ANTHROPIC_CUSTOM_HEADERS holds a credential header, and something else is configured as well. Alone such a line is meant; beside
 * another credential it takes its place, goes out beside it, or is dropped, by rules nobody guesses (request/final-headers.ts).
 */
export const customHeaderCredential: Problem = {
	id: 'custom-header-credential',
	diagnose(situation) {
		const custom = inForce(situation.headless, 'ANTHROPIC_CUSTOM_HEADERS');
		const lines = custom === null ? [] : parseCustomHeaders(textOf(custom) ?? '').filter(({name}) => isCredentialHeader(name));
		if (custom === null || lines.length === 0) return [];
		const rivals = configured
			.map(variable => inForce(situation.headless, variable))
			.filter(fact => fact !== null)
			.filter(({state}) => state === 'text');
		const [rival] = rivals;
		if (rival === undefined) return [];
		const sent = sentHeaders(situation.headless);
		const used = sent.some(({fact}) => fact === custom);
		const displaced = used && !sent.some(({fact}) => fact === rival);
		const names = lines.map(({name}) => name).join(' and ');
		return [
			{
				id: 'custom-header-credential',
				severity: 'warning',
				title: `ANTHROPIC_CUSTOM_HEADERS holds a credential of its own (${names})`,
				why: `${!used ? `It is dropped: ${rival.variable} writes this header afterwards.` : displaced ? `It takes the place of ${rival.variable}, which is then not sent.` : `It goes out beside ${rival.variable}, and the endpoint decides which of the two counts.`} After a change of the key this copy stays the old one.`,
				evidence: [custom, ...rivals],
				fix: {
					summary: `Take the line out of ANTHROPIC_CUSTOM_HEADERS, unless the endpoint's own page asks for it.`,
					edits: used && !repeats(lines, rivals) ? [] : without(custom, situation),
					command: 'wizard --repair',
				},
			},
		];
	},
};

const configured = ['ANTHROPIC_AUTH_TOKEN', 'ANTHROPIC_API_KEY', 'CLAUDE_CODE_OAUTH_TOKEN'];

function isCredentialHeader(name: string): boolean {
	return /^(?:authorization|x-api-key)$/i.test(name);
}

/** The same credential once more: then the line says nothing new. */
function repeats(lines: readonly {readonly value: string}[], rivals: readonly Fact[]): boolean {
	return lines.every(({value}) => rivals.some(fact => textOf(fact)?.trim() === value.replace(/^Bearer\s+/i, '')));
}

function without(custom: Fact, situation: Situation): readonly Edit[] {
	const rest = (textOf(custom) ?? '')
		.split(/\r?\n/)
		.filter(line => line.trim() !== '' && !isCredentialHeader(line.split(':')[0]?.trim() ?? ''));
	if (rest.length === 0) return takeOut('custom-header-credential', custom.variable, situation);
	return setVariable('custom-header-credential', custom, new Secret(rest.join('\n')), situation.facts);
}
