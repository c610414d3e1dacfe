import type {Fact, SettingFact} from '../places/fact.ts';
import type {Edit} from '../plan/edit.ts';

/**
 * The `model` of settings, where it names a model of the endpoint that is left: the next one answers 404, which claude reports as a model
 * that does not exist. Names that claude itself knows are the user's choice and stay.
 */
export function clearModel(facts: readonly Fact[]): readonly Edit[] {
	return facts.flatMap(fact => (isForeign(fact) && fact.file !== null ? [removal(fact, fact.file)] : []));
}

function isForeign(fact: Fact): fact is SettingFact {
	if (fact.kind !== 'setting' || fact.variable !== 'model' || fact.state !== 'text' || fact.json !== 'string') return false;
	return (fact.in === 'user-settings' || fact.in === 'local-settings') && !own.test(fact.shown.trim());
}

const own = /^(?:default|best|opus|sonnet|haiku|fable|opusplan|inherit)(?:\[1m\])?$|^claude-/i;

function removal(fact: SettingFact, file: string): Edit {
	return {kind: 'remove-setting', file, path: ['model'], summary: 'Remove the model of the endpoint before', answers: {to: 'fact', fact}};
}
