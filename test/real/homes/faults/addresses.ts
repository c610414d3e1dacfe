import type {Draft} from '../draft.ts';
import type {Fault} from './fault.ts';

const elsewhere = ['https://old-relay.example/api', 'https://openrouter.example/api', 'http://127.0.0.1:9', 'http://localhost:9/v1'];
const base = 'ANTHROPIC_BASE_URL';
const routed = ({routed}: Draft) => routed;

/** Addresses of other endpoints, and every way to spoil the right one. */
export const addresses: readonly Fault[] = [
	{name: 'old-base-url', put: draft => draft.exports(base, draft.random.pick(elsewhere))},
	{name: 'doubled-v1', fits: routed, put: draft => draft.exports(base, draft.random.pick(['{{url}}/v1', '{{url}}/v1/']))},
	{
		name: 'messages-in-base-url',
		fits: routed,
		put: draft => draft.exports(base, draft.random.pick(['{{url}}/v1/messages', '{{url}}/messages', '{{url}}/v1/chat/completions'])),
	},
	{name: 'no-scheme', fits: routed, put: draft => draft.exports(base, '{{host}}')},
	{
		name: 'quoted-base-url',
		fits: routed,
		put: draft => draft.exports(base, draft.random.pick(['"{{url}}"', ' {{url}}', '{{url}} ', '<{{url}}>'])),
	},
	{name: 'empty-base-url', put: draft => draft.exports(base, '', 'export')},
	{name: 'openai-base-url', put: draft => draft.exports(base, 'https://api.openai.com/v1')},
	{name: 'anthropic-base-url', fits: routed, put: draft => draft.exports(base, 'https://api.anthropic.com')},
	{name: 'api-base-url', put: draft => draft.exports('CLAUDE_CODE_API_BASE_URL', draft.random.pick(elsewhere))},
	{
		name: 'dead-proxy',
		fits: routed,
		put: draft => {
			const name = draft.random.pick(['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy']);
			draft.mayGo.add('NO_PROXY').add('no_proxy');
			draft.exports(name, draft.random.pick(['http://127.0.0.1:9', 'http://localhost:9/', 'http://user:pass@127.0.0.1:9']));
		},
	},
];
