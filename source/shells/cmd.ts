import {oneLine, refuseText} from './refuse.ts';
import type {Shell} from './shell.ts';

/**
 * cmd.exe expands before it reads quotes, so some characters have no form that is right both typed and in a batch file. These
 * are refused, and PowerShell is the way out. Not run here (Windows only): the rules are the documented ones.
 */
const refusals: readonly (readonly [RegExp, string])[] = [
	[/"/, 'a double quote, which ends the value in cmd'],
	[/%/, 'a percent sign, which cmd replaces differently when typed and in a batch file'],
	[/!/, 'an exclamation mark, which cmd replaces under delayed expansion'],
	[/\^/, 'a caret, which cmd removes under delayed expansion'],
	[/[^\u0000-\u007F]/, 'a character outside ASCII, which a batch file reads in another code page'],
];

export const cmd: Shell = {
	name: 'cmd',
	title: 'Command Prompt',
	programs: ['cmd'],
	extension: '.cmd',
	// There is no startup file, only the AutoRun value of the registry.
	startupFiles: () => [],
	writes: () => null,
	quote: value => {
		const why = refuseText(value) ?? refusals.find(([pattern]) => pattern.test(value))?.[1] ?? null;
		return why === null ? {ok: true, text: value} : {ok: false, why};
	},
	// The quotes stand around the whole assignment: those around the value alone would become part of it.
	set: (name, quoted) => `set "${name}=${quoted}"`,
	unset: (...names) => names.map(name => `set "${name}="`).join('\n'),
	copy: (name, from) => `set "${name}=%${from}%"`,
	askHidden: () => null,
	source: file => `if exist "${file}" call "${file}"`,
	comment: text => `rem ${plain(text)}`,
	remark: text => `rem ${plain(text)}`,
	lineEnd: '',
	evaluate: () => null,
};

/** Even in a remark cmd replaces %…%, and a caret at the end joins the next line. */
function plain(text: string): string {
	return oneLine(text).replace(/[%!^&|<>"]/g, ' ');
}
