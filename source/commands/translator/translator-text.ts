import type {Terminal} from '../command.ts';
import type {TranslatorItem} from './translator-item.ts';
import {translatorLines} from './translator-lines.ts';

/** Translators as `wizard translator list` and `show` print them. */
export function translatorText(items: readonly TranslatorItem[], {unicode}: Pick<Terminal, 'unicode'>): string {
	return items.flatMap((item, index) => [...(index === 0 ? [] : ['']), ...lines(item, unicode)]).join('\n');
}

function lines(item: TranslatorItem, unicode: boolean): readonly string[] {
	return translatorLines(item).map(({tone, text, label}) => {
		if (label !== null) return `  ${label.padEnd(9)}${text}`;
		if (tone === 'strong') return `${text}  ${item.id}`;
		return `  ${tone === 'bad' ? (unicode ? '✗' : 'x') : '!'} ${text}`;
	});
}
