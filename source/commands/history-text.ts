import type {HistoryItem} from './history-items.ts';
import {finish, type Page} from './page.ts';
import {labelled} from './paragraph.ts';

/** The list as people read it: when and what, then the files, then what is kept of it. */
export function historyText(items: readonly HistoryItem[], page: Page): string {
	if (items.length === 0) return 'The wizard has changed nothing here yet.';
	const lines = items.flatMap((item, index) => [...(index === 0 ? [] : ['']), ...itemLines(item, page)]);
	return finish([...lines, '', ...closing(items, page)], page);
}

function itemLines({id, at, state, did, files, backup}: HistoryItem, page: Page): readonly string[] {
	const date = `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;
	const kept = backup === null ? 'none, so it cannot be undone' : `${size(backup.bytes)}, ${age(backup.days)}`;
	return [
		`${page.bold(id)}  ${date}${states[state]}`,
		...(did.length === 0 && state !== 'abandoned' ? ['Take out what the wizard wrote'] : did).flatMap(text =>
			labelled('', text, page.columns, 2, 0),
		),
		...labelled('Files', files.join(', '), page.columns).filter(() => files.length > 0),
		...labelled('Backup', kept, page.columns).filter(() => backup !== null || state !== 'undone'),
	];
}

const states: Readonly<Record<HistoryItem['state'], string>> = {
	applied: '',
	undone: '  undone',
	started: '  was cut off; undo takes back what was done',
	abandoned: '  was cut off before anything was changed',
};

function closing(items: readonly HistoryItem[], page: Page): readonly string[] {
	const [last] = items.filter(({state, backup}) => (state === 'applied' || state === 'started') && backup !== null);
	const kept = items.some(({backup}) => backup !== null);
	return [
		...(last === undefined ? [] : labelled('', `To take the last one back: wizard undo`, page.columns, 0, 0)),
		...(kept ? labelled('', 'Backups hold keys. To remove them: wizard history --purge all', page.columns, 0, 0) : []),
	];
}

function size(bytes: number): string {
	return bytes < 1024 ? `${bytes} bytes` : `${Math.ceil(bytes / 1024)} KiB`;
}

function age(days: number): string {
	return days === 0 ? 'from today' : days === 1 ? 'one day old' : `${days} days old`;
}
