import type {Fact} from '../places/fact.ts';
import {look} from '../places/look.ts';
import {findRoots} from '../places/roots.ts';
import {ancestors} from '../shells/ancestors.ts';
import {detectShell} from '../shells/detect.ts';
import {shellNamed, shells} from '../shells/index.ts';
import {ownFile} from '../shells/own-file.ts';
import {printerNamed, printers} from '../shells/printers/index.ts';
import type {Printer} from '../shells/printers/printer.ts';
import type {Shell} from '../shells/shell.ts';
import {type Form, snippet} from '../shells/snippet.ts';
import type {Printed, Wish} from '../shells/wish.ts';
import type {Context, Run} from './command.ts';
import {outranking} from './export-outranked.ts';
import {exportWish} from './export-wish.ts';
import {givenSecret} from './given-secret.ts';
import {knownProviders} from './known-providers.ts';
import type {GivenOptions} from './options.ts';
import {profileExport, type ToExport} from './profiles/profile-export.ts';
import {tilde} from './tilde.ts';
import {where} from './where.ts';

/** `wizard export`: the text that sets a credential and clears what competes; nothing else goes to stdout, and nothing is written. */
export const exportCommand: Run = async ({options}, context) => {
	const {machine, err, fail} = context;
	const form: Form = options.form ?? 'ask';
	if (form === 'literal' && options.json) return fail(2, 'A secret never stands in JSON.', 'Leave out --json, or use --form ask.');
	const asked = await (options.profile === undefined
		? fromOptions(options, form, context)
		: profileExport(options.profile, options, form, context));
	if (!asked.ok) return fail(asked.code, asked.message, asked.hint ?? undefined);

	const engine = options.for === undefined ? null : printerNamed(options.for);
	const token = asked.token || engine?.logins === 'absent';
	const {directory, mistakes} = knownProviders(machine);
	for (const mistake of mistakes) err(`wizard: ${mistake}`);
	const wished = exportWish(asked.options, asked.secret, token ? 'token' : 'login', directory);
	if (!wished.ok) return fail(wished.code, wished.message, wished.hint);
	if (form === 'literal' && asked.secret === null && wished.wish.set.some(({value}) => value.kind === 'secret'))
		return fail(2, '--form literal needs the secret.', '--secret-stdin, --secret-env NAME or --secret-command CMD');

	const text =
		options.for === undefined ? await forShell(options.shell, form, wished.wish, context) : forEngine(options.for, form, wished.wish);
	if (!text.ok) return fail(2, text.message, text.hint);
	for (const note of wished.notes) err(`wizard: ${note}`);
	if (engine === null || !isForElsewhere(engine)) sayWhatOutranks(await look(machine), wished.wish, context);
	answer(text, form, options.json === true, context);
	return 0;
};

/** What is set up here says nothing about a runner, a container or a fleet, and no settings outrank managed ones. */
function isForElsewhere({name, logins}: Printer): boolean {
	return logins === 'absent' || name === 'ansible' || name === 'managed-settings' || name === 'jamf' || name === 'intune';
}

async function fromOptions(options: GivenOptions, form: Form, context: Context): Promise<ToExport> {
	const given = await givenSecret(options, context);
	if (given.state === 'wrong') return {ok: false, code: 2, message: given.message, hint: given.hint ?? null};
	if (form !== 'literal' && given.state === 'secret')
		return {
			ok: false,
			code: 2,
			message: 'Only --form literal puts a secret into the text.',
			hint: 'Add it, or leave the secret out.',
		};
	if (given.state === 'secret' && given.trimmed) context.err('wizard: white space around the secret was removed.');
	const secret = given.state === 'secret' ? given.secret : null;
	return {ok: true, options, secret, token: form === 'literal' ? secret !== null : options.form === 'ask'};
}

function sayWhatOutranks(facts: readonly Fact[], wish: Wish, {machine, err}: Context): void {
	const found = outranking(facts, wish);
	for (const fact of found)
		err(
			`wizard: ${fact.variable} in ${where(fact, machine.environment.home)} ${fact.kind === 'setting' ? 'goes out beside' : 'outranks'} what this sets.`,
		);
	if (found.length > 0) err('        To mend it: wizard --repair');
}

type Made =
	| {readonly ok: true; readonly shell: string | null; readonly engine: string | null; readonly file: string | null; readonly text: string}
	| {readonly ok: false; readonly message: string; readonly hint?: string};

async function forShell(name: string | undefined, form: Form, wish: Wish, {machine, err}: Context): Promise<Made> {
	const {variables, platform, home} = machine.environment;
	const shell = name === undefined ? (detectShell(variables, await ancestors(machine), platform)?.shell ?? null) : shellNamed(name);
	if (shell === null) {
		const message = name === undefined ? 'Which shell you are in could not be told.' : 'That shell is not known.';
		return {ok: false, message, hint: `--shell ${shells.map(one => one.name).join(', ')}`};
	}
	const roots = {...findRoots(machine), platform, variables};
	const own = ownFile(shell, roots);
	const exists = (path: string) => machine.files.stat(path, 'follow') !== null;
	const startup = shell.writes(roots, exists);
	const file = startup === null ? null : tilde(startup, home);
	if (form === 'source' && !exists(own)) err(`wizard: ${tilde(own, home)} is not there yet; this writes it: wizard --store shell`);
	// What loads our file stands in more than one, as with --store shell: no start of bash reads both by itself.
	const loaders = [startup, ...(shell.writesToo?.(roots, exists) ?? [])].filter(one => one !== null).map(one => tilde(one, home));
	const named = form === 'source' && loaders.length > 0 ? loaders.join(' and ') : file;
	return made(snippet(shell, form, wish, {startup: named, own}), {shell: shell.name, engine: null, file}, shell);
}

function forEngine(name: string, form: Form, wish: Wish): Made {
	const printer = printerNamed(name);
	if (printer === null) return {ok: false, message: 'That engine is not known.', hint: `--for ${printers.map(one => one.name).join(', ')}`};
	if (form === 'source') return {ok: false, message: `--form source is for shells; ${printer.title} cannot load a shell's file.`};
	if (form === 'literal' && printer.secrets === 'named')
		return {
			ok: false,
			message: `A secret never goes into ${printer.file}, which is shared.`,
			hint: 'Leave out --form literal: the text then names where it comes from.',
		};
	return made(printer.print(wish), {shell: null, engine: printer.name, file: printer.file}, null);
}

function made(printed: Printed, about: Pick<Extract<Made, {ok: true}>, 'shell' | 'engine' | 'file'>, shell: Shell | null): Made {
	if (printed.ok) return {ok: true, ...about, text: printed.text};
	const hint =
		shell?.name === 'cmd' ? 'PowerShell can: --shell powershell' : 'Copy it again, or keep it in settings.json: wizard --store settings';
	return {ok: false, message: `${printed.name} cannot be written here: it holds ${printed.why}.`, hint};
}

function answer({text, shell, engine, file}: Extract<Made, {ok: true}>, form: Form, json: boolean, {out, err, terminal}: Context): void {
	if (json) {
		out(JSON.stringify({schema: 1, shell, ...(engine === null ? {} : {for: engine}), form, file, text}));
		return;
	}
	out(text);
	const run = shell === null || !terminal.stdoutIsTTY ? null : (shellNamed(shell)?.evaluate('wizard export …') ?? null);
	if (run !== null) err(`wizard: paste it, or run it at once: ${run}`);
}
