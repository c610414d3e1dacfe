import {type Known, type ReadBy, readBy} from '../../gateway/readers/read-by.ts';
import type {Reader} from '../../gateway/readers/reader.ts';

export type Told = ReadBy & {readonly id: string; readonly label: string; readonly text: string};

/** What one gateway would do with these headers, in words. */
export function readerWords(reader: Reader, sent: readonly Known[]): Told {
	const result = readBy(reader, sent);
	return {...result, id: reader.id, label: reader.label, text: say(reader, result)};
}

function say({guard, refusal, order}: Reader, {state, reads, ignores}: ReadBy): string {
	const guarded = guard === 'if-set' ? ' (where it asks for a key)' : '';
	const besides =
		ignores.length === 0 ? '' : `; ${ignores.map(shown).join(' and ')} ${ignores.length === 1 ? 'counts' : 'count'} for nothing`;
	switch (state) {
		case 'open':
			return 'checks no credential';
		case 'taken':
			return `looks up ${shown(reads ?? '')}${besides}${guarded}`;
		case 'refused':
			return `looks up ${shown(reads ?? '')}, which is no key of its own: ${refusal.unknown}${guarded}`;
		case 'missing':
			return `reads ${order.map(slot => shown(slot.header)).join(', ')} alone: ${refusal.missing}${guarded}`;
		case 'unsure':
			return 'wants one credential; which of two counts, nobody has said';
	}
}

/** As people write it. */
function shown(header: string): string {
	return header === 'authorization' ? 'Authorization' : header;
}
