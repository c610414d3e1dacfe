import {type Recognised, recognise} from '../credentials/shapes.ts';
import {credentialSource, sentHeaders, textOf} from './credential-source.ts';
import {endpointOf} from './endpoint.ts';
import type {Problem} from './problem.ts';

/**
 * Anthropic is sent what only another service gave out, or what is no key for a model at all. Only where the shape proves it, and
 * only at Anthropic's own address: a gateway may take keys of any shape.
 */
export const wrongProductKey: Problem = {
	id: 'wrong-product-key',
	diagnose({headless, interactive}) {
		if (endpointOf(headless.request)?.kind !== 'anthropic') return [];
		const facts = new Set([...sentHeaders(headless), ...sentHeaders(interactive)].filter(({empty}) => !empty).map(({fact}) => fact));
		return [...facts].flatMap(fact => {
			const source = credentialSource(fact);
			if (source === 'login' || source === 'custom-header' || source === 'other') return [];
			const found = recognise(textOf(fact) ?? '');
			if (found === null || !isStranger(found)) return [];
			const {meaning, owner, use} = found.shape;
			return [
				{
					id: 'wrong-product-key',
					severity: 'error',
					title: `${fact.variable} holds ${meaning}, and it is sent to Anthropic`,
					why:
						use.kind === 'never' || use.kind === 'elsewhere'
							? use.advice
							: `Only ${owner ?? 'its issuer'} knows it, so api.anthropic.com answers 401. It may be perfectly good at its own address.`,
					evidence: [fact],
					fix: {
						summary: 'Point ANTHROPIC_BASE_URL at the issuer of the key, or put a key of Anthropic in its place.',
						edits: [],
						command: 'wizard',
					},
				},
			];
		});
	},
};

function isStranger({shape}: Recognised): boolean {
	return shape.certain && (shape.owner !== 'Anthropic' || shape.use.kind === 'never');
}
