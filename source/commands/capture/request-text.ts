import type {Strange} from '../../gateway/strange.ts';
import {finish, type Page} from '../page.ts';
import {labelled, padTo} from '../paragraph.ts';
import {answerWords} from './answer-words.ts';
import type {ShownAnswer} from './shown-answer.ts';
import type {ShownCredential} from './shown-credential.ts';
import type {ShownRequest} from './shown-request.ts';

/** A request as people read it. `like` is the number of an earlier one with the same credentials, of which all was said. */
export function requestText(request: ShownRequest, like: number | null, page: Page): string {
	const {number, method, path, client, remark} = request;
	const lines = [
		`${page.bold(`${number}  ${method} ${path}`)}  ${page.dim(client.agent ?? 'the client does not say what it is')}`,
		...(remark === null ? [] : part('Path', remark, page)),
	];
	if (request.case === 'none') lines.push(...part('Carries', 'no credential', page));
	else if (like !== null) lines.push(...part('Carries', `the same as request ${like}`, page));
	else lines.push(...whole(request, page));
	lines.push(...answerLines(request.answer, page));
	return finish(lines, page);
}

export function strangeText(what: Strange, url: string, page: Page): string {
	return finish(labelled(page.yellow('!'), strangeWords(what, url), page.columns, 0, 2), page);
}

function strangeWords(what: Strange, url: string): string {
	switch (what) {
		case 'tls':
			return `A client speaks TLS here: it was given https://, and this address is ${url}`;
		case 'tunnel':
			return `A client takes this address for its proxy. It is an endpoint: it belongs into the base address (${url}), not into HTTPS_PROXY.`;
		case 'headers-too-large':
			return 'A request came whose headers are larger than 128 kB. It was refused.';
		case 'garbage':
			return 'Something came that is no HTTP request. It was refused.';
	}
}

function whole(request: ShownRequest, page: Page): readonly string[] {
	const {credentials, version, betas, model, stream, bytes} = request;
	const asks = [model === null ? null : `model ${model}`, stream ? 'as a stream' : null, `${bytes} bytes`].filter(Boolean).join(', ');
	return [
		...credentials.flatMap(credential => credentialLines(credential, page)),
		...part('Version', version ?? 'none is named', page),
		...(betas.length === 0 ? [] : part('Betas', betas.join(', '), page)),
		...part('Asks', asks, page),
		...part('Case', request.title, page),
		...part('Why', request.why, page),
		...request.gateways.flatMap(({label, state, text}, at) =>
			part(at === 0 ? 'Read by' : '', `${mark(state, page)} ${label}: ${text}`, page),
		),
		...request.proposals.flatMap((proposal, at) => part(at === 0 ? 'Fix' : '', `${proposal.for}: ${proposal.text}`, page)),
	];
}

function credentialLines({header, scheme, shown, length, meaning, damage, times}: ShownCredential, page: Page): readonly string[] {
	const parts = [
		length === 0 ? 'empty' : `${scheme === null ? '' : `${scheme} `}${shown}, ${length} characters: ${meaning}`,
		...(damage === null || length === 0 ? [] : [`damaged (${damage})`]),
		...(times > 1 ? [`sent ${times} times`] : []),
	];
	return part('Carries', `${page.bold(header === 'authorization' ? 'Authorization' : header)} ${parts.join('; ')}`, page);
}

function mark(state: ShownRequest['gateways'][number]['state'], page: Page): string {
	switch (state) {
		case 'taken':
			return page.green('✓');
		case 'refused':
		case 'missing':
			return page.red('✗');
		case 'unsure':
			return page.yellow('?');
		case 'open':
			return page.dim('·');
	}
}

function answerLines(answer: ShownAnswer, page: Page): readonly string[] {
	const {kept, said} = answerWords(answer);
	return [...kept.flatMap(text => part('Kept', text, page)), ...(said === null ? [] : part('Answer', said, page))];
}

function part(label: string, text: string, page: Page): readonly string[] {
	return labelled(padTo(label, 8), text, page.columns, 3, 9);
}
