import type {Provider, Variable} from './provider.ts';

/** The model that is asked for where the user names none: claude's own names mean nothing at some endpoints. */
export function modelFor({model}: Pick<Provider, 'model'>, chosen: string | null): string | null {
	return chosen ?? (model.needed ? model.suggested : null);
}

/**
 * Claude Code asks for three sizes of models by names of its own, also where ANTHROPIC_MODEL names another: small tasks go to haiku.
 * Where those names mean nothing, each has to be told. A model of the user's own choice serves for all of them.
 */
export function modelVariables({model}: Pick<Provider, 'model'>, chosen: string | null): readonly Variable[] {
	const name = modelFor({model}, chosen);
	if (!model.needed || name === null) return [];
	const usual = name === model.suggested;
	const subagents = usual ? model.subagents : null;
	return [
		{name: 'ANTHROPIC_DEFAULT_OPUS_MODEL', value: name},
		{name: 'ANTHROPIC_DEFAULT_SONNET_MODEL', value: name},
		{name: 'ANTHROPIC_DEFAULT_HAIKU_MODEL', value: usual ? (model.faster ?? name) : name},
		...(subagents === null ? [] : [{name: 'CLAUDE_CODE_SUBAGENT_MODEL', value: subagents}]),
	];
}
