import {printable, showValue} from '../places/show.ts';
import type {Situation} from '../problems/problem.ts';
import type {Header, Request, Sent} from '../request/request.ts';
import {showUrl} from './doctor-json.ts';
import type {Page} from './page.ts';
import {cells, labelled} from './paragraph.ts';
import {tilde} from './tilde.ts';
import {where} from './where.ts';

/** What goes out by `claude -p` and by an interactive session; said once where it is the same. */
export function requestText({headless, interactive}: Situation, page: Page, home: string): readonly string[] {
	if (sameRequest(headless.request, interactive.request)) return block('claude, and claude -p,', headless.request, page, home);
	return [...block('claude -p', headless.request, page, home), ...block('claude (interactive)', interactive.request, page, home)];
}

function block(title: string, request: Request, page: Page, home: string): readonly string[] {
	if (!request.sends) {
		return labelled(`${title} sends nothing:`, printable(tilde(request.reason, home)), page.columns, 0, title.length + 16);
	}
	const label = 16;
	const header = (name: string, sent: Header | null) =>
		sent === null ? labelled(name, 'not sent', page.columns, 2, label) : headerLines(name, sent, page, home, label);
	return [
		page.bold(`${title} sends`),
		...labelled('POST', showUrl(request), page.columns, 2, label),
		...header('Authorization', request.authorization),
		...header('x-api-key', request.xApiKey),
		...request.headers.flatMap(({name, fact}) =>
			labelled(printable(name), `from ${printable(fact.variable)}, ${where(fact, home)}`, page.columns, 2, label),
		),
		...(request.model === null ? [] : labelled('model', showValue('ANTHROPIC_MODEL', request.model), page.columns, 2, label)),
		...(request.provider === 'anthropic' ? [] : labelled('provider', request.provider, page.columns, 2, label)),
	];
}

function headerLines(name: string, {fact, scheme, empty, sometimes}: Header, page: Page, home: string, label: number): readonly string[] {
	const isCommand = fact.kind === 'setting' && fact.variable === 'apiKeyHelper';
	const value = empty ? '(empty)' : isCommand ? '(what the helper prints)' : fact.shown;
	const row = cells(
		[
			[`${scheme === 'raw' ? '' : `${scheme} `}${value}${sometimes ? ', in some runs' : ''}`, 24],
			[`${printable(fact.variable)}, ${where(fact, home)}`, 0],
		],
		page.columns,
		label + 2,
	);
	return row.map((line, index) => (index === 0 ? `  ${name.padEnd(label)}${line.slice(label + 2)}` : line));
}

function sameRequest(one: Request, other: Request): boolean {
	if (!one.sends || !other.sends) return !one.sends && !other.sends && one.because === other.because;
	return one.url === other.url && one.model === other.model && sameHeader(one, other, 'authorization') && sameHeader(one, other, 'xApiKey');
}

function sameHeader(one: Sent, other: Sent, name: 'authorization' | 'xApiKey'): boolean {
	return (
		one[name]?.fact === other[name]?.fact && one[name]?.empty === other[name]?.empty && one[name]?.sometimes === other[name]?.sometimes
	);
}
