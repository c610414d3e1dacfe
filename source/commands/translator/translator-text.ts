import {finish, type Page} from '../page.ts';
import {labelled, wrap} from '../paragraph.ts';
import type {TranslatorItem} from './translator-item.ts';
import {translatorLines} from './translator-lines.ts';

/** Translators as `wizard translator list` and `show` print them. */
export function translatorText(items: readonly TranslatorItem[], page: Page): string {
	const lines = items.flatMap((item, index) => [...(index === 0 ? [] : ['']), ...linesOf(item, page)]);
	return finish(lines, page);
}

function linesOf(item: TranslatorItem, page: Page): readonly string[] {
	return translatorLines(item).flatMap(({tone, text, label}) => {
		if (label !== null) return labelled(label, text, page.columns, 2, 9);
		if (tone === 'strong') return [`${page.bold(text)}  ${page.dim(item.id)}`];
		const mark = tone === 'bad' ? page.red('✗') : page.yellow('!');
		return wrap(text, page.columns - 4).map((part, index) => `${index === 0 ? `  ${mark}` : '   '} ${part}`);
	});
}
