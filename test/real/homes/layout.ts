import type {ShellName} from './home.ts';
import type {Random} from './random.ts';

/** Which startup files somebody has, and how their new terminals start the shell. */
export type Layout = {
	readonly shell: ShellName;
	readonly launch: string;
	/** A start in which aliases count. */
	readonly interactive: string;
	readonly files: readonly string[];
	/** What makes one of them read another, or find claude; it is the user's. */
	readonly fixed: readonly (readonly [file: string, text: string])[];
	/** A file that the launch reads. */
	readonly fileFor: (random: Random) => string;
};

const path = 'export PATH="$HOME/.local/bin:$PATH"';
const sources = (file: string) => `if [ -f ~/${file} ]; then\n    . ~/${file}\nfi`;

/** `read` are the files the launch reads, the usual one first. */
type Row = {
	readonly launch: string;
	readonly interactive: string;
	readonly read: readonly string[];
	readonly unread?: readonly string[];
	readonly fixed: Layout['fixed'];
};

const rows: Readonly<Record<ShellName, readonly Row[]>> = {
	bash: [
		{
			launch: '-lc',
			interactive: '-lic',
			read: ['.bashrc', '.profile', '.bash_aliases'],
			fixed: [
				['.profile', sources('.bashrc')],
				['.profile', path],
				['.bashrc', sources('.bash_aliases')],
			],
		},
		{launch: '-ic', interactive: '-ic', read: ['.bashrc'], unread: ['.profile'], fixed: [['.bashrc', path]]},
		{
			launch: '-lic',
			interactive: '-lic',
			read: ['.bash_profile', '.bashrc'],
			unread: ['.profile'],
			fixed: [
				['.bash_profile', path],
				['.bash_profile', sources('.bashrc')],
			],
		},
		{launch: '-lc', interactive: '-lic', read: ['.bash_profile'], unread: ['.bashrc'], fixed: [['.bash_profile', path]]},
		{
			launch: '-lc',
			interactive: '-lic',
			read: ['.bash_profile'],
			unread: ['.bashrc'],
			fixed: [
				['.bash_profile', path],
				['.bashrc', path],
			],
		},
		{launch: '-lc', interactive: '-lic', read: ['.bash_login'], fixed: [['.bash_login', path]]},
	],
	zsh: [
		{launch: '-lic', interactive: '-lic', read: ['.zshrc', '.zshenv', '.zprofile'], fixed: [['.zshrc', path]]},
		{launch: '-ic', interactive: '-ic', read: ['.zshrc', '.zshenv'], fixed: [['.zshrc', path]]},
		{launch: '-lc', interactive: '-lic', read: ['.zshenv', '.zprofile', '.zlogin'], unread: ['.zshrc'], fixed: [['.zprofile', path]]},
		{
			launch: '-lic',
			interactive: '-lic',
			read: ['.zshrc', '.config/zsh/exports.zsh'],
			fixed: [
				['.zshrc', path],
				['.zshrc', '[[ -r ~/.config/zsh/exports.zsh ]] && source ~/.config/zsh/exports.zsh'],
			],
		},
		{
			launch: '-lic',
			interactive: '-lic',
			read: ['.config/zsh/.zshrc', '.config/zsh/.zprofile'],
			fixed: [
				['.zshenv', 'export ZDOTDIR="$HOME/.config/zsh"'],
				['.config/zsh/.zshrc', path],
			],
		},
	],
	fish: [
		{
			launch: '-lic',
			interactive: '-lic',
			read: ['.config/fish/config.fish', '.config/fish/conf.d/keys.fish'],
			fixed: [['.config/fish/config.fish', 'fish_add_path -gP ~/.local/bin']],
		},
		{
			launch: '-lc',
			interactive: '-lic',
			read: ['.config/fish/config.fish', '.config/fish/conf.d/10-env.fish', '.config/fish/conf.d/work.fish'],
			fixed: [['.config/fish/config.fish', 'fish_add_path -gP ~/.local/bin']],
		},
	],
};

export function drawLayout(shell: ShellName, random: Random): Layout {
	const {launch, interactive, read, unread = [], fixed} = random.pick(rows[shell]);
	const usual = read[0] ?? '';
	return {
		shell,
		launch,
		interactive,
		files: [...read, ...unread],
		fixed,
		fileFor: draw => (draw.chance(0.5) ? usual : draw.pick(read)),
	};
}
