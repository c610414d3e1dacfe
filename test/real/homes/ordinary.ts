import type {ShellName} from './home.ts';

/** What stands in people's startup files besides credentials; all of it stays. */
export const ordinaryBlocks: Readonly<Record<ShellName, readonly string[]>> = {
	bash: posix([
		'shopt -s histappend checkwinsize',
		'PS1="\\u@\\h:\\w\\$ "',
		'[[ -f /usr/share/nothing ]] && source /usr/share/nothing',
		'complete -W "start stop" service_x',
		'if [ -x /usr/bin/dircolors ]; then\n    alias ls="ls --color=auto"\nfi',
	]),
	zsh: posix([
		'setopt hist_ignore_dups share_history',
		"PROMPT='%n@%m %1~ %# '",
		'bindkey -e',
		'typeset -U path',
		'fpath=(~/.zfunc $fpath)',
		'if [[ -o interactive ]]; then\n  alias ls="ls --color=auto"\nfi',
	]),
	fish: [
		'set -g fish_greeting',
		'set -gx EDITOR vim',
		'set -gx PAGER less # usual',
		"alias ll 'ls -l'",
		"alias gs='git status'",
		'abbr -a gco git checkout',
		'function mkcd\n    mkdir -p $argv[1]; and cd $argv[1]\nend',
		'# set -gx ANTHROPIC_API_KEY sk-ant-example-not-a-key',
		'# claude lives in ~/.local/bin',
		'if status is-interactive\n    set -g fish_color_command green\nend',
		'set -gx MY_ANTHROPIC_NOTE "ANTHROPIC_API_KEY is in the vault"',
		'set -gx OPENAI_API_KEY sk-proj-someoneelses',
		'set -gx CLAUDE_CODE_MAX_OUTPUT_TOKENS 8192',
		'',
	],
};

function posix(more: readonly string[]): readonly string[] {
	return [
		'alias ll="ls -l"',
		"alias gs='git status'  # short",
		'export EDITOR=vim',
		"export PAGER='less -R'",
		'# export ANTHROPIC_API_KEY=sk-ant-example-not-a-key',
		'# claude lives in ~/.local/bin',
		'mkcd() {\n\tmkdir -p "$1" && cd "$1"\n}',
		'export MY_ANTHROPIC_NOTE="ANTHROPIC_API_KEY is in the vault"',
		'export OPENAI_API_KEY=sk-proj-someoneelses',
		'export CLAUDE_CODE_MAX_OUTPUT_TOKENS=8192',
		'HISTSIZE=5000',
		'umask 022',
		'export GREETING="it\'s \\"fine\\""   ',
		"cat <<'EOF' >/dev/null\nexport ANTHROPIC_API_KEY=not-this-one\nEOF",
		'',
		...more,
	];
}

/** Settings that have nothing to do with credentials, unknown keys among them. */
export const ordinarySettings: Readonly<Record<string, unknown>> = {
	permissions: {allow: ['Bash(git status)', 'Read(~/notes/**)'], deny: ['WebFetch'], disableBypassPermissionsMode: 'disable'},
	cleanupPeriodDays: 20,
	includeCoAuthoredBy: false,
	statusLine: {type: 'command', command: 'echo "url: http://127.0.0.1/v1"'},
	spinnerTipsEnabled: false,
	myOwnKey: {nested: [1, 2.5, 1e3, 'ANTHROPIC_API_KEY'], note: 'é ü 漢字'},
	outputStyle: 'Explanatory',
	hooks: {Stop: [{hooks: [{type: 'command', command: 'true'}]}]},
	alwaysThinkingEnabled: false,
	awsAuthRefresh: 'true',
};

export const ordinaryEnv: Readonly<Record<string, string>> = {
	BASH_DEFAULT_TIMEOUT_MS: '120000',
	CLAUDE_CODE_MAX_OUTPUT_TOKENS: '16000',
	MY_TEAM: 'blue // not a comment',
	DISABLE_TELEMETRY: '1',
	OPENAI_API_KEY: 'sk-proj-inthesettings',
};

/** Of `.claude.json`. */
export const ordinaryState: Readonly<Record<string, unknown>> = {
	numStartups: 41,
	installMethod: 'unknown',
	userID: '5e'.repeat(32),
	tipsHistory: {'shift-enter': 3, 'memory-command': 12},
	mcpServers: {notes: {type: 'stdio', command: 'true', args: ['--flag'], env: {ANTHROPIC_API_KEY: 'for-the-server-itself'}}},
	anUnknownKey: [1, {two: 2.5}],
};
