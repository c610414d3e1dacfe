import {Secret} from '../../../credentials/secret.ts';
import {type FoundTranslator, portOf} from '../../translator/look-translators.ts';
import type {Answers} from '../answers.ts';

/** claude at a translator on this computer: with what that wants clients to present, or a word where it lets everybody in. */
export function atTranslator(answers: Answers, found: FoundTranslator, settings: 'stay' | 'change'): Answers {
	const {translator, reading} = found;
	const same = answers.translator?.found.translator.id === translator.id;
	const stands = reading?.state === 'read' ? reading.settings.model : null;
	return {
		...answers,
		translator: {found, settings},
		provider: null,
		baseUrl: `http://127.0.0.1:${portOf(translator, reading)}`,
		auth: translator.auth,
		secret: clientSecret(found) ?? (same ? answers.secret : null),
		model: translator.asksFor === 'its-own' ? null : settings === 'stay' ? stands : answers.behind.model,
	};
}

/** What claude has to present; null where only the environment of its start holds it. Any word does where nothing is asked for: without one, claude would send a saved login. */
export function clientSecret({translator, reading}: FoundTranslator): Secret | null {
	const gate = reading?.state === 'read' ? reading.settings.gate : null;
	return gate === null ? new Secret(`local-${translator.id}`) : gate.secret;
}
