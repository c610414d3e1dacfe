import {carriers} from '../credentials/competing.ts';
import type {Directory} from '../providers/directory.ts';
import type {Provider} from '../providers/provider.ts';
import {siblingsOf} from '../providers/siblings.ts';
import {speaks} from '../providers/speaks.ts';
import type {Trap} from '../providers/trap.ts';
import {usualAddress} from '../providers/usual-address.ts';
import {finish, type Page} from './page.ts';
import {labelled, wrap} from './paragraph.ts';

/** All that is known of one endpoint, in the order in which one sets it up; what is wrong with the address that was asked for stands first. */
export function providerText(provider: Provider, traps: readonly Trap[], directory: Directory, page: Page): string {
	const rows = [
		...addressRows(provider),
		...keyRows(provider),
		...modelRows(provider),
		...proofRows(provider),
		...restRows(provider, directory),
	];
	const lines = [
		...(page.narrow
			? [...wrap(provider.label, page.columns).map(page.bold), `  ${provider.id}`]
			: [`${page.bold(provider.label)}  ${page.dim(provider.id)}`]),
		...traps.flatMap(({weight, says, better}) => [
			...rowLines([weight === 'note' ? 'Note' : '✗', says], page),
			...(better === null ? [] : rowLines(['', `Most likely meant: ${better}`], page)),
		]),
		...rows.flatMap(row => rowLines(row, page)),
		'',
		...wrap(commandFor(provider), page.columns),
	];
	return finish(lines, page);
}

const width = 10;
type Row = readonly [label: string, text: string];

function rowLines([label, text]: Row, page: Page): readonly string[] {
	if (!page.narrow) return labelled(label, text, page.columns, 2, width);
	return [...(label === '' ? [] : [`  ${page.dim(label)}`]), ...labelled('', text, page.columns, 4, 0)];
}

function addressRows(provider: Provider): readonly Row[] {
	const {baseUrls} = provider;
	const lines = baseUrls.map(({url, which, note}) => `${url}${which === null ? '' : ` (${which})`}${note === null ? '' : `: ${note}`}`);
	const words = {
		anthropic: "Anthropic's protocol, so no translator is needed",
		openai: "OpenAI's protocol alone, so a translator has to stand between",
		cloud: 'to claude by switches of its own, not by ANTHROPIC_BASE_URL',
	} as const;
	return [
		...(lines.length === 0 ? ([['Address', 'where somebody runs it']] as const) : under('Address', lines)),
		...(baseUrls.some(({keepsV1}) => keepsV1) ? ([['', '/v1 at the end belongs to it.']] as const) : []),
		['Speaks', provider.kind === 'translator' ? "Anthropic's protocol to claude, another one behind it" : words[speaks(provider)]],
	];
}

function keyRows(provider: Provider): readonly Row[] {
	const {key, auth, apiKey, kind, headers, required, advised} = provider;
	const key1 = [
		...(key.begins === null ? [] : [`begins with ${key.begins}`]),
		...(key.standIn === null ? [] : [`any word where none is asked for, such as ${key.standIn}`]),
		...(key.page === null ? [] : [`made at ${key.page}`]),
	].join('; ');
	const set = provider.id === 'claude-subscription' ? 'CLAUDE_CODE_OAUTH_TOKEN, or a login' : carriers('router-key', auth).join(' and ');
	return [
		...(key1 === '' ? [] : ([['Key', key1]] as const)),
		...(speaks(provider) === 'anthropic'
			? ([['Set as', `${set}${apiKey === 'empty' ? ', with ANTHROPIC_API_KEY there and empty' : ''}`]] as const)
			: []),
		...(kind === 'openai-only' || kind === 'cloud' ? [] : ([['Reads', readsWords(provider)]] as const)),
		...headers.map(
			({name, value, needed}, index): Row => [
				index === 0 ? 'Headers' : '',
				`${name}: ${value.before}${needed ? '' : '(where it asks for one) '}${value.what}`,
			],
		),
		...under(
			'Needs',
			required.map(({name, value}) => `${name}=${value}`),
		),
		...under(
			'Advises',
			advised.map(({name, value}) => `${name}=${value}`),
		),
	];
}

function readsWords({reads, winner}: Provider): string {
	const words = {
		bearer: 'Authorization: Bearer alone',
		'x-api-key': 'x-api-key alone',
		either: 'Authorization: Bearer and x-api-key',
		nothing: 'no key at all',
		unknown: 'not known which header; its manual was not clear',
	} as const;
	return `${words[reads]}${winner === 'unknown' ? '' : `; where both arrive ${winner === 'bearer' ? 'Authorization' : 'x-api-key'} counts`}`;
}

function modelRows({model, kind}: Provider): readonly Row[] {
	if (kind === 'openai-only' || kind === 'translator') return [];
	if (!model.needed) return [['Models', "claude's own names do"]];
	const fast = model.faster === null ? '' : `, ${model.faster} for small tasks`;
	return [
		[
			'Models',
			model.suggested === null ? 'by its own names: --model NAME' : `${model.suggested}${fast}; names change, --model NAME sets another`,
		],
	];
}

function proofRows({proof, noProof}: Provider): readonly Row[] {
	return [
		...(proof === null ? [] : ([['Proof', `GET ${proof.url} tells ${proof.tells}`]] as const)),
		...noProof.map((url, index): Row => [index === 0 ? 'No proof' : '', `${url} answers to anybody`]),
	];
}

function restRows(provider: Provider, directory: Directory): readonly Row[] {
	const {traps, docs, source, confidence} = provider;
	const siblings = siblingsOf(provider, null, directory);
	return [
		...(siblings.length === 0
			? []
			: under(
					'Others',
					siblings.map(({host, what}) => `${host} (${what}) has keys of its own`),
				)),
		...under('Mind', traps),
		...(docs === null ? [] : ([['Manual', docs]] as const)),
		['Known', confidence === 'own' ? 'from your own file' : `${sure[confidence]}; from ${source.join('; ')}`],
	];
}

const sure = {high: 'well', medium: 'partly, not tried', low: 'little, not tried'} as const;

function under(label: string, lines: readonly string[]): readonly Row[] {
	return lines.map((text, index): Row => [index === 0 ? label : '', text]);
}

function commandFor(provider: Provider): string {
	switch (provider.kind) {
		case 'first-party':
			return provider.id === 'anthropic'
				? 'To set it up: wizard --credential console-key'
				: 'To set it up: wizard --credential subscription';
		case 'cloud':
			return `To set it up: ${provider.docs ?? 'its manual'}`;
		case 'openai-only':
			return 'To set it up: wizard --credential proxy-key';
		case 'gateway':
		case 'local':
		case 'translator': {
			const needs = usualAddress(provider).kind;
			const credential = provider.kind === 'translator' ? 'proxy-key' : 'router-key';
			return `To set it up: wizard --credential ${credential} --provider ${provider.id}${needs === 'one' || needs === 'likely' ? '' : ' --base-url URL'}`;
		}
	}
}
