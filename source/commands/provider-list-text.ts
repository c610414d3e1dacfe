import type {Provider, ProviderKind} from '../providers/provider.ts';
import {finish, type Page} from './page.ts';
import {labelled, padTo, widthOf, wrap} from './paragraph.ts';

/** The list as people read it, by what an endpoint needs of them. */
export function providerListText(providers: readonly Provider[], file: string, page: Page): string {
	const lines = groups.flatMap(([holds, title]) => {
		const members = providers.filter(holds);
		return members.length === 0
			? []
			: [...wrap(title, page.columns).map(page.bold), ...members.flatMap(member => entryLines(member, page)), ''];
	});
	return finish([...lines, ...closing(providers, file, page)], page);
}

const of =
	(kind: ProviderKind) =>
	(provider: Provider): boolean =>
		provider.kind === kind && provider.confidence !== 'own';

/** In the order in which one is likely to look for something. */
const groups: readonly (readonly [holds: (provider: Provider) => boolean, title: string])[] = [
	[({confidence}) => confidence === 'own', 'Your own'],
	[of('gateway'), 'Answer claude themselves'],
	[of('local'), 'Run on your computer or network, and answer claude themselves'],
	[of('translator'), 'Translate for services that claude cannot ask'],
	[of('openai-only'), "Speak OpenAI's protocol alone: they need a translator"],
	[of('cloud'), 'Clouds with switches of their own'],
	[of('first-party'), 'Anthropic'],
];

const share = 26;

function entryLines({id, label}: Provider, page: Page): readonly string[] {
	if (page.narrow) return [`  ${id}`, ...labelled('', label, page.columns, 4, 0)];
	return widthOf(id) >= share
		? [`  ${id}`, ...labelled('', label, page.columns, 2, share)]
		: labelled(padTo(id, share), label, page.columns, 2, share);
}

function closing(providers: readonly Provider[], file: string, page: Page): readonly string[] {
	const [first] = providers;
	return [
		...wrap(`More on one: wizard providers ${first?.id ?? 'NAME'}`, page.columns),
		...wrap(`Add your own in ${file}, as {"providers": {"acme": {"baseUrl": "https://…"}}}`, page.columns),
	];
}
