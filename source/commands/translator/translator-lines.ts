import {type Line, line, row} from '../conversation.ts';
import {testedText} from './tested-text.ts';
import type {TranslatorItem} from './translator-item.ts';

/** One translator as a page tells it: where it listens, what stands behind it, and what is wrong. */
export function translatorLines(item: TranslatorItem): readonly Line[] {
	const told = (label: string, text: string | null) => (text === null ? [] : [row(label, text)]);
	return [
		line(item.title, 'strong'),
		row('Listens', `${item.address}${item.running ? '' : ' (nothing answers there)'}`),
		...told('Settings', item.file),
		...item.services.flatMap(({name, address, key, line: at}) =>
			told('Service', [name, address, key, at === null ? null : `line ${at}`].filter(Boolean).join(', ')),
		),
		...told('Model', item.model),
		...told('Clients', item.asksClients === null ? null : `have to present what ${item.asksClients} holds`),
		row('Tested', testedText(item.tried)),
		...item.findings.flatMap(({severity, title, why, line: at, fix}) => [
			line(`${title}${at === null || item.file === null ? '' : `  ${item.file}:${at}`}`, severity === 'error' ? 'bad' : 'warn'),
			row('Why', why),
			row('Fix', fix),
		]),
	];
}
