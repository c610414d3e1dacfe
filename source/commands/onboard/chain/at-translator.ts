import {namedModels} from '../../../credentials/model-sizes.ts';
import {Secret} from '../../../credentials/secret.ts';
import {type FoundTranslator, portOf} from '../../translator/look-translators.ts';
import type {Answers} from '../answers.ts';

/** claude at a translator on this computer: with what that wants clients to present, or a word where it lets everybody in. */
export function atTranslator(answers: Answers, found: FoundTranslator, settings: 'stay' | 'change'): Answers {
	const {translator, reading} = found;
	const same = answers.translator?.found.translator.id === translator.id;
	const stands = reading?.state === 'read' ? reading.settings.model : null;
	const its = translator.asksFor === 'its-own';
	const model = its ? null : settings === 'stay' ? stands : answers.behind.model;
	const small = its || settings === 'stay' ? null : answers.behind.small;
	return {
		...answers,
		translator: {found, settings},
		provider: null,
		baseUrl: `http://127.0.0.1:${portOf(translator, reading)}`,
		auth: translator.auth,
		secret: clientSecret(found) ?? (same ? answers.secret : null),
		model,
		// It knows no model by the names that claude has for its own, and small tasks ask for haiku.
		models: namedModels(size => (size === 'haiku' ? (small ?? model) : size === 'opus' || size === 'sonnet' ? model : null)),
	};
}

/** What claude has to present; null where only the environment of its start holds it. Any word does where nothing is asked for: without one, claude would send a saved login. */
export function clientSecret({translator, reading}: FoundTranslator): Secret | null {
	const gate = reading?.state === 'read' ? reading.settings.gate : null;
	return gate === null ? new Secret(`local-${translator.id}`) : gate.secret;
}
