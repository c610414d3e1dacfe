import {isModelSize, modelSizes, type NamedModels} from '../../credentials/model-sizes.ts';

export type ModelsFor =
	| {readonly ok: true; readonly models: NamedModels}
	| {readonly ok: false; readonly message: string; readonly hint: string};

/** What `--model-for 'haiku=NAME'` says, each size once. */
export function modelsFor(given: readonly string[]): ModelsFor {
	const models: NamedModels[number][] = [];
	for (const text of given) {
		const [, size = '', name = ''] = /^\s*([^=]*?)\s*=\s*(.*?)\s*$/s.exec(text) ?? [];
		if (!isModelSize(size) || name === '')
			return {
				ok: false,
				message: '--model-for names a size and a model.',
				hint: `'haiku=NAME'; the sizes are ${Object.keys(modelSizes).join(', ')}`,
			};
		if (models.some(one => one.size === size))
			return {ok: false, message: `--model-for names ${size} twice.`, hint: 'Leave one of them out.'};
		models.push({size, name});
	}
	return {ok: true, models};
}
