import {routerKey} from '../held.ts';
import {type Fault, old} from './fault.ts';

const foreign = ['deepseek-chat-old', 'anthropic/claude-3.5-sonnet:old', 'qwen3-coder-old', 'kimi-k2-old'];

/** What another endpoint needed, and the next one cannot stand. */
export const leftovers: readonly Fault[] = [
	{
		name: 'leftover-model',
		put: draft => {
			const model = draft.random.pick(foreign);
			draft.foreignModels.push(model);
			draft.exports('ANTHROPIC_MODEL', model);
		},
	},
	{
		name: 'leftover-small-models',
		put: draft => {
			const model = draft.random.pick(foreign);
			draft.foreignModels.push(model);
			for (const name of draft.random
				.shuffled([
					'ANTHROPIC_SMALL_FAST_MODEL',
					'ANTHROPIC_DEFAULT_HAIKU_MODEL',
					'ANTHROPIC_DEFAULT_SONNET_MODEL',
					'ANTHROPIC_DEFAULT_OPUS_MODEL',
					'CLAUDE_CODE_SUBAGENT_MODEL',
				])
				.slice(0, 2))
				draft.exports(name, model);
		},
	},
	{
		name: 'header-authorization',
		put: draft => draft.exports('ANTHROPIC_CUSTOM_HEADERS', `Authorization: Bearer ${old(draft, routerKey(draft.random))}`),
	},
	{name: 'header-x-api-key', put: draft => draft.exports('ANTHROPIC_CUSTOM_HEADERS', `x-api-key: ${old(draft, routerKey(draft.random))}`)},
	{
		name: 'header-lines',
		put: draft => draft.exports('ANTHROPIC_CUSTOM_HEADERS', `X-Team: blue\nX-Api-Key: ${old(draft, routerKey(draft.random))}`),
	},
	{name: 'bedrock', put: draft => draft.exports('CLAUDE_CODE_USE_BEDROCK', draft.random.pick(['1', 'true']))},
	{name: 'vertex', put: draft => draft.exports('CLAUDE_CODE_USE_VERTEX', '1')},
	{name: 'foundry', put: draft => draft.exports('CLAUDE_CODE_USE_FOUNDRY', '1')},
	{
		name: 'bedrock-gateway',
		put: draft => {
			draft.exports('CLAUDE_CODE_USE_BEDROCK', '1');
			draft.exports('CLAUDE_CODE_SKIP_BEDROCK_AUTH', '1');
			draft.exports('ANTHROPIC_BEDROCK_BASE_URL', 'https://bedrock.example');
		},
	},
];
