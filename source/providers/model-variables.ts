import {modelSizes, type NamedModels} from '../credentials/model-sizes.ts';
import type {Provider, Variable} from './provider.ts';

/** The model that is asked for where the user names none: claude's own names mean nothing at some endpoints. */
export function modelFor({model}: Pick<Provider, 'model'>, chosen: string | null): string | null {
	return chosen ?? (model.needed ? model.suggested : null);
}

/**
 * Small tasks go to haiku also where ANTHROPIC_MODEL names another model. Where claude's names mean nothing, each size has to be told; a
 * model of the user's own choice serves for all of them, but those that the endpoint's own variables name.
 */
export function modelVariables({model, required}: Pick<Provider, 'model' | 'required'>, chosen: string | null): readonly Variable[] {
	const name = modelFor({model}, chosen);
	if (!model.needed || name === null) return [];
	const usual = name === model.suggested;
	const subagents = usual ? model.subagents : null;
	const sizes = [
		{name: modelSizes.opus, value: name},
		{name: modelSizes.sonnet, value: name},
		{name: modelSizes.haiku, value: usual ? (model.faster ?? name) : name},
		...(subagents === null ? [] : [{name: modelSizes.subagents, value: subagents}]),
	];
	return sizes.filter(({name: size}) => !required.some(one => one.name === size));
}

/** What the endpoint needs, with the models that the user names in place of its own. */
export function withNamedModels(needed: readonly Variable[], named: NamedModels): readonly Variable[] {
	const own = named.map(({size, name}) => ({name: modelSizes[size], value: name}));
	return [...needed.filter(({name}) => !own.some(one => one.name === name)), ...own];
}
