import type {Draft} from '../draft.ts';
import {consoleKey, routerKey} from '../held.ts';
import {type Fault, old} from './fault.ts';

const either = ['ANTHROPIC_API_KEY', 'ANTHROPIC_AUTH_TOKEN'] as const;

function anyOld(draft: Draft): string {
	return old(draft, draft.random.pick([consoleKey, routerKey])(draft.random));
}

function configDir({shell}: Draft): string {
	return shell === 'fish' ? 'set -gx CLAUDE_CONFIG_DIR ~/.claude-work' : 'export CLAUDE_CONFIG_DIR="$HOME/.claude-work"';
}

/** Values that stand in no startup file of a shell, and homes in which files are not where or what they usually are. */
export const surroundings: readonly Fault[] = [
	{
		name: 'stale-terminal',
		put: draft => {
			draft.stale[draft.random.pick(either)] = anyOld(draft);
			if (draft.random.chance(0.5)) draft.stale['ANTHROPIC_BASE_URL'] = 'http://127.0.0.1:9';
		},
	},
	{
		name: 'stale-empty',
		put: draft => {
			for (const name of [...either, 'ANTHROPIC_BASE_URL'])
				if (draft.random.chance(0.5)) draft.stale[name] = draft.random.pick(['', '', ' ']);
		},
	},
	{
		name: 'stale-leftovers',
		put: draft => {
			const {random, stale} = draft;
			if (random.chance(0.5)) stale['CLAUDE_CODE_USE_BEDROCK'] = '1';
			if (random.chance(0.5)) stale['ANTHROPIC_MODEL'] = draft.foreignModels[draft.foreignModels.push('stale-model-old') - 1] ?? '';
			if (random.chance(0.5)) stale['ANTHROPIC_CUSTOM_HEADERS'] = `x-api-key: ${anyOld(draft)}`;
			if (random.chance(0.5)) stale['CLAUDE_CODE_OAUTH_TOKEN'] = anyOld(draft);
		},
	},
	{
		name: 'fish-universal',
		fits: ({shell}) => shell === 'fish',
		put: draft => {
			const name = draft.random.pick(either);
			draft.mayGo.add(name);
			const universals = [
				'# This file contains fish universal variable definitions.',
				'# VERSION: 3.0',
				'SETUVAR fish_color_command:green',
			];
			const value = anyOld(draft).replace(/[^A-Za-z0-9_.-]/g, '');
			draft.whole(
				'.config/fish/fish_variables',
				[...universals, `SETUVAR --export ${name}:${value.replaceAll('-', '\\x2d')}`, ''].join('\n'),
				0o600,
			);
			if (draft.random.chance(0.5)) draft.stale[name] = value;
		},
	},
	{
		name: 'dotfiles-repository',
		put: draft => {
			for (const file of draft.layout.files) if (draft.random.chance(0.7)) draft.links.set(file, `dotfiles/${file.replace(/^\./, '')}`);
			if (draft.random.chance(0.5)) draft.links.set(`${draft.config}/settings.json`, 'dotfiles/claude/settings.json');
		},
	},
	{
		name: 'odd-modes',
		put: draft => {
			for (const file of draft.layout.files) draft.modes.set(file, draft.random.pick([0o600, 0o444, 0o640, 0o755, 0o664, 0o400]));
			draft.settings('user').mode = draft.random.pick([0o444, 0o666, 0o400, 0o600]);
		},
	},
	{
		name: 'project-env-file',
		put: draft => {
			const name = draft.random.pick(either);
			draft.block(
				draft.random.pick(['work/.env', 'work/.env.local']),
				`${draft.random.pick(['', 'export '])}${name}=${anyOld(draft)}`,
				'fault',
			);
		},
	},
	{name: 'envrc', put: draft => draft.block('work/.envrc', `export ${draft.random.pick(either)}=${anyOld(draft)}`, 'fault')},
	{
		name: 'config-folder-moved',
		fits: ({config}) => config === '.claude',
		put: draft => {
			draft.config = draft.random.pick(['.config/claude', '.claude-work']);
			draft.exports('CLAUDE_CONFIG_DIR', `{{home}}/${draft.config}`, 'export');
			draft.mayGo.delete('CLAUDE_CONFIG_DIR');
			draft.stale['CLAUDE_CONFIG_DIR'] = `{{home}}/${draft.config}`;
		},
	},
	{
		// Two folders: this terminal has one of its own, or the next will.
		name: 'config-folder-of-one-terminal',
		fits: ({config, held}) => config === '.claude' && held !== 'subscription',
		put: draft => {
			if (draft.config !== '.claude') return;
			if (draft.random.chance(0.5)) draft.stale['CLAUDE_CONFIG_DIR'] = '{{home}}/.claude-work';
			else draft.block(draft.layout.files[0] ?? '', configDir(draft), 'kept');
		},
	},
	{
		name: 'bash-env',
		fits: ({shell}) => shell === 'bash',
		put: draft => {
			const name = draft.random.pick(either);
			draft.mayGo.add(name);
			draft.block(draft.layout.files[0] ?? '', 'export BASH_ENV="$HOME/.bash_env"', 'kept');
			draft.block('.bash_env', `export ${name}=${anyOld(draft)}`, 'fault');
		},
	},
	{
		name: 'unset-at-the-end',
		put: draft => {
			const {random, shell} = draft;
			const names = random.shuffled([...either, 'ANTHROPIC_BASE_URL']).slice(0, 1 + random.below(2));
			for (const name of names) draft.mayGo.add(name);
			const file = draft.layout.fileFor(random);
			draft.block(file, shell === 'fish' ? `set -e ${names.join(' ')}` : `unset ${names.join(' ')}`, 'fault', 'end');
		},
	},
	{
		name: 'second-shell',
		put: draft => {
			const file = draft.shell === 'zsh' ? '.bashrc' : '.zshrc';
			draft.block(file, `export ${draft.random.pick(either)}=${anyOld(draft)}`, 'fault');
			draft.block(file, "alias q='exit'", 'kept');
		},
	},
];
