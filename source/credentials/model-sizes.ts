/**
 * Claude Code asks for models of several sizes, each by a name of its own that a variable replaces. `small` is the older name of what
 * haiku does now, and goes before it where it is set (read in 2.0.77); `subagents` is for the agents that claude starts itself.
 */
export const modelSizes = {
	opus: 'ANTHROPIC_DEFAULT_OPUS_MODEL',
	sonnet: 'ANTHROPIC_DEFAULT_SONNET_MODEL',
	haiku: 'ANTHROPIC_DEFAULT_HAIKU_MODEL',
	fable: 'ANTHROPIC_DEFAULT_FABLE_MODEL',
	small: 'ANTHROPIC_SMALL_FAST_MODEL',
	subagents: 'CLAUDE_CODE_SUBAGENT_MODEL',
} as const;

export type ModelSize = keyof typeof modelSizes;

/** The models that the user names for sizes; the others are as the endpoint needs them. */
export type NamedModels = readonly {readonly size: ModelSize; readonly name: string}[];

export function isModelSize(text: string): text is ModelSize {
	return Object.hasOwn(modelSizes, text);
}

/** Every size that has a name, in one order whatever they come from. */
export function namedModels(nameOf: (size: ModelSize) => string | null | undefined): NamedModels {
	return Object.keys(modelSizes)
		.filter(isModelSize)
		.flatMap(size => {
			const name = nameOf(size);
			return name === null || name === undefined ? [] : [{size, name}];
		});
}
