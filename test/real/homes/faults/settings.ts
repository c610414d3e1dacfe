import type {Draft} from '../draft.ts';
import {consoleKey, routerKey} from '../held.ts';
import type {JsonFile} from '../json-file.ts';
import {type Fault, old} from './fault.ts';

const either = ['ANTHROPIC_API_KEY', 'ANTHROPIC_AUTH_TOKEN'] as const;

function oldEntry(draft: Draft, file: JsonFile): void {
	const name = draft.random.pick(either);
	file.env[name] = old(draft, draft.random.pick([consoleKey, routerKey])(draft.random));
}

/** A file that claude skips in silence, so that what stands in it does not count until it is mended. */
function malformed(name: string, spoil: (file: JsonFile, draft: Draft) => void): Fault {
	return {
		name,
		put: draft => {
			const file = draft.settings(draft.random.pick(['user', 'user', 'local']));
			if (draft.random.chance(0.6)) oldEntry(draft, file);
			// A comment needs something to stand beside.
			file.members['cleanupPeriodDays'] ??= file.kept['cleanupPeriodDays'] = 20;
			spoil(file, draft);
		},
	};
}

export const settings: readonly Fault[] = [
	{name: 'old-key-in-user-settings', put: draft => oldEntry(draft, draft.settings('user'))},
	{name: 'old-key-in-local-settings', put: draft => oldEntry(draft, draft.settings('local'))},
	{name: 'old-key-in-project-settings', fits: ({store}) => store !== 'shell', put: draft => oldEntry(draft, draft.settings('project'))},
	{
		name: 'base-url-in-settings',
		put: draft => {
			draft.anySettings().env['ANTHROPIC_BASE_URL'] = draft.random.pick([
				'https://old-relay.example',
				'http://127.0.0.1:9',
				...(draft.routed ? ['{{url}}/v1'] : []),
			]);
		},
	},
	{
		name: 'switch-in-settings',
		put: draft => {
			draft.anySettings().env[draft.random.pick(['CLAUDE_CODE_USE_BEDROCK', 'CLAUDE_CODE_USE_VERTEX', 'CLAUDE_CODE_USE_FOUNDRY'])] = '1';
		},
	},
	{
		name: 'model-in-settings-env',
		put: draft => {
			draft.foreignModels.push('glm-4-old');
			draft.anySettings().env[draft.random.pick(['ANTHROPIC_MODEL', 'ANTHROPIC_DEFAULT_SONNET_MODEL'])] = 'glm-4-old';
		},
	},
	{
		name: 'header-in-settings',
		put: draft => {
			draft.anySettings().env['ANTHROPIC_CUSTOM_HEADERS'] =
				`${draft.random.pick(['Authorization: Bearer', 'x-api-key:'])} ${old(draft, routerKey(draft.random))}`;
		},
	},
	{
		name: 'mask-left-over',
		put: draft => {
			for (const name of draft.random.pick([either, ['ANTHROPIC_AUTH_TOKEN'], ['ANTHROPIC_API_KEY'], ['ANTHROPIC_BASE_URL']] as const))
				draft.settings(draft.random.pick(['user', 'local'])).env[name] = '';
		},
	},
	{
		name: 'null-in-settings',
		put: draft => {
			draft.settings(draft.random.pick(['user', 'local'])).env[draft.random.pick(either)] = null;
		},
	},
	{
		name: 'proxy-in-settings',
		fits: ({routed}) => routed,
		put: draft => {
			draft.settings('user').env[draft.random.pick(['HTTPS_PROXY', 'HTTP_PROXY'])] = 'http://127.0.0.1:9';
		},
	},
	malformed('settings-comment', (file, {random}) => file.oddities.add(random.pick(['comment', 'block-comment']))),
	malformed('settings-trailing-comma', file => file.oddities.add('trailing-comma')),
	malformed('settings-bom', file => file.oddities.add('bom')),
	malformed('settings-utf16', (file, {random}) => {
		file.encoding = 'utf16le';
		if (random.chance(0.7)) file.oddities.add('bom');
	}),
	malformed('settings-latin1', file => {
		file.encoding = 'latin1';
		file.members['myOwnNote'] = 'Zoë';
		// It is no UTF-8, and so nobody reads it as what it is.
		for (const name of ['myOwnKey', 'myOwnNote']) {
			delete file.kept[name];
			if (name === 'myOwnKey') delete file.members[name];
		}
	}),
	malformed('settings-wrong-type', (file, {random}) => {
		const [name, value] = random.pick([
			['permissions', 'allow'],
			['cleanupPeriodDays', 'twenty'],
			['includeCoAuthoredBy', 'no'],
			['apiKeyHelper', 5],
		] as const);
		file.members[name] = value;
		delete file.kept[name];
	}),
	{
		name: 'settings-env-twice',
		put: draft => {
			const file = draft.settings('user');
			const value = old(draft, routerKey(draft.random));
			file.replaced.push([/^\{/, `{"env": {"ANTHROPIC_API_KEY": "${value}"},`]);
			file.env['MY_TEAM'] = file.kept['env/MY_TEAM'] = 'blue';
		},
	},
	{
		name: 'settings-env-no-object',
		put: draft => {
			const file = draft.settings(draft.random.pick(['user', 'local']));
			file.members['env'] = draft.random.pick([[], 'ANTHROPIC_API_KEY=x', null]);
			for (const name of Object.keys(file.kept)) if (name.startsWith('env/')) delete file.kept[name];
		},
	},
	{
		name: 'settings-empty-file',
		put: draft => {
			const file = draft.settings('user');
			file.raw = draft.random.pick(['', '\n', '  \n']);
			for (const name of Object.keys(file.kept)) delete file.kept[name];
		},
	},
];
