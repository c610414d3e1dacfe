import {givenText} from './given-text.ts';
import type {Quoted, Shell} from './shell.ts';
import type {Printed, Wish, WishedValue} from './wish.ts';

export type Form = 'ask' | 'source' | 'literal';

/** What a snippet says of itself: the file it is for, as shown to the user; null where the shell has none. */
export type SnippetFiles = {readonly startup: string | null; readonly own: string};

/**
 * The snippet for one shell. Everything that competes is cleared first and the secret is asked for last, on one line: what is
 * pasted after a question would be taken for the answer.
 */
export function snippet(shell: Shell, form: Form, wish: Wish, files: SnippetFiles): Printed {
	switch (form) {
		case 'ask':
			return withoutSecret(shell, wish, files);
		case 'source':
			return {
				ok: true,
				text: lines(shell, [
					shell.remark(`${heading(shell, wish)}, kept in a file of its own`),
					place(shell, files),
					shell.source(files.own),
				]),
			};
		case 'literal':
			return withHead(
				shell,
				[shell.remark(`${heading(shell, wish)}; this text holds the secret`), place(shell, files)],
				statements(shell, wish),
			);
	}
}

/**
 * The content of our own file, which the startup file loads. It is read, not typed, so its comment is a plain one. Whoever writes it
 * ends the last line: bsd-csh passes over one that has no end.
 */
export function ownFileText(shell: Shell, wish: Wish): Printed {
	return withHead(shell, [shell.comment(`${heading(shell, wish)}, written by claude-auth-wizard`)], statements(shell, wish));
}

function withoutSecret(shell: Shell, wish: Wish, files: SnippetFiles): Printed {
	const asked = wish.set.filter(({value}) => value.kind === 'secret').map(({name}) => name);
	const plain = statements(shell, {...wish, set: wish.set.filter(({value}) => value.kind === 'plain')});
	if (!plain.ok) return plain;
	const question = ask(shell, asked, wish.title);
	if (question === null)
		return {ok: false, name: asked[0] ?? '', why: `a secret, and ${shell.title} cannot ask for one without showing it`};
	return withHead(shell, [shell.remark(heading(shell, wish)), sessionOnly(shell, asked, files)], {
		ok: true,
		lines: [...plain.lines, ...question],
	});
}

function ask(shell: Shell, names: readonly string[], title: string): readonly string[] | null {
	const [first, ...others] = names;
	if (first === undefined) return [];
	const question = shell.askHidden(first, `${first} (${title}): `);
	return question === null ? null : [[question, ...others.map(name => shell.copy(name, first))].join('; ')];
}

type Statements = {readonly ok: true; readonly lines: readonly string[]} | Extract<Printed, {ok: false}>;

function statements(shell: Shell, wish: Wish): Statements {
	const made = wish.unset.map(names => shell.unset(...names));
	for (const {name, value} of wish.set) {
		const quoted = quoteValue(shell, value);
		if (!quoted.ok) return {ok: false, name, why: quoted.why};
		made.push(shell.set(name, quoted.text));
	}
	return {ok: true, lines: made};
}

function quoteValue(shell: Shell, value: WishedValue): Quoted {
	const given = givenText(value);
	switch (given.state) {
		case 'text':
			return shell.quote(given.text);
		case 'missing':
			return {ok: false, why: 'nothing: no secret was given'};
		case 'refused':
			return {ok: false, why: given.why};
	}
}

function heading(shell: Shell, {title}: Wish): string {
	return `${shell.title}: ${title}`;
}

function place(shell: Shell, {startup}: SnippetFiles): string {
	return shell.remark(startup === null ? 'For this session.' : `For this session, or for every new one in ${startup}`);
}

/** A question in a startup file would come up in every terminal, and hang whatever starts a shell without one. */
function sessionOnly(shell: Shell, asked: readonly string[], files: SnippetFiles): string {
	if (asked.length === 0 || files.startup === null) return place(shell, files);
	return shell.remark(`For this session; in ${files.startup} it would ask every time. To keep it: wizard --store shell`);
}

function withHead(shell: Shell, head: readonly string[], made: Statements): Printed {
	return made.ok ? {ok: true, text: lines(shell, [...head, ...made.lines])} : made;
}

function lines(shell: Shell, all: readonly string[]): string {
	return all
		.flatMap(text => text.split('\n'))
		.map(line => line + shell.lineEnd)
		.join('\n');
}
