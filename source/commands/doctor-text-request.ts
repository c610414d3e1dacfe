import {printable, showValue} from '../places/show.ts';
import type {Situation} from '../problems/problem.ts';
import type {Header, Request, Sent} from '../request/request.ts';
import {showUrl} from './doctor-json.ts';
import type {Page} from './page.ts';
import {cells, labelled, wrap} from './paragraph.ts';
import {tilde} from './tilde.ts';
import {where} from './where.ts';

const label = 15;

/** What goes out by `claude -p` and by an interactive session; said once where it is the same, and else by its differences. */
export function requestText(situation: Situation, page: Page, home: string): readonly string[] {
	const {headless, interactive} = situation;
	const [one, other] = [headless.request, interactive.request];
	if (!one.sends || !other.sends) {
		if (!one.sends && !other.sends && one.because === other.because) return nothing('claude and claude -p send', one.reason, page, home);
		return [...alone('claude -p sends', one, situation, page, home), ...alone('claude (interactive) sends', other, situation, page, home)];
	}
	const differences = rows(one, situation, page, home).flatMap((row, index) => {
		const changed = rows(other, situation, page, home)[index] ?? [];
		return changed.join('\n') === row.join('\n') ? [] : changed;
	});
	if (differences.length === 0) return [page.bold('claude and claude -p send'), ...rows(one, situation, page, home).flat()];
	return [
		page.bold('claude -p sends'),
		...rows(one, situation, page, home).flat(),
		...heading('claude (interactive) sends the same, except', page),
		...differences,
	];
}

function alone(title: string, request: Request, situation: Situation, page: Page, home: string): readonly string[] {
	if (!request.sends) return nothing(title, request.reason, page, home);
	return [page.bold(title), ...rows(request, situation, page, home).flat()];
}

function heading(text: string, page: Page): readonly string[] {
	return wrap(text, page.columns).map(page.bold);
}

function nothing(title: string, reason: string, page: Page, home: string): readonly string[] {
	return wrap(`${title} nothing: ${printable(tilde(reason, home))}`, page.columns);
}

/** The same rows in the same order for every request, so that two can be compared. */
function rows(request: Sent, {facts}: Situation, page: Page, home: string): readonly (readonly string[])[] {
	const row = (name: string, text: string) => labelled(name, text, page.columns, 2, label);
	return [
		row('POST', showUrl(request)),
		headerRow('Authorization', request.authorization, fact => where(fact, home, facts), page),
		headerRow('x-api-key', request.xApiKey, fact => where(fact, home, facts), page),
		request.headers.flatMap(({name, fact}) => row(printable(name), `by ${printable(fact.variable)}, ${where(fact, home, facts)}`)),
		request.model === null ? [] : row('model', showValue('ANTHROPIC_MODEL', request.model)),
		request.provider === 'anthropic' ? [] : row('provider', request.provider),
	];
}

function headerRow(name: string, header: Header | null, at: (fact: Header['fact']) => string, page: Page): readonly string[] {
	if (header === null) return labelled(name, 'not sent', page.columns, 2, label);
	const {fact, scheme, empty, sometimes} = header;
	const isCommand = fact.kind === 'setting' && fact.variable === 'apiKeyHelper';
	const value = empty ? '(empty)' : isCommand ? '(what the helper prints)' : fact.shown;
	const parts = [`${scheme === 'raw' ? '' : `${scheme} `}${value}${sometimes ? ', in some runs' : ''}`, printable(fact.variable), at(fact)];
	if (page.narrow) return [`  ${name}`, ...parts.flatMap(part => labelled('', part, page.columns, 4, 0))];
	const lines = cells(
		parts.map((part, index) => [part, index === 2 ? 0 : part.length] as const),
		page.columns,
		2 + label,
	);
	return lines.map((line, index) => (index === 0 ? `  ${name.padEnd(label)}${line.slice(2 + label)}` : line));
}
