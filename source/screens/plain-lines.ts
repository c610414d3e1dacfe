import type {Line, Tone} from '../commands/conversation.ts';
import type {Symbols} from './symbols.ts';

/** Lines of a page as text that stays: marks say what colours say elsewhere, words break at spaces. */
export function plainLines(lines: readonly Line[], columns: number, symbols: Symbols): readonly string[] {
	return lines.flatMap(({tone, text, label}) => {
		const head = label !== null ? label.padEnd(10) : markOf(tone, symbols);
		return wrap(symbols.show(text), Math.max(20, columns - head.length)).map(
			(part, index) => (index === 0 ? head : ' '.repeat(head.length)) + part,
		);
	});
}

function markOf(tone: Tone, {good, bad, warn}: Symbols): string {
	switch (tone) {
		case 'good':
			return `${good} `;
		case 'bad':
			return `${bad} `;
		case 'warn':
			return `${warn} `;
		case 'plain':
		case 'strong':
		case 'quiet':
		case 'come':
		case 'gone':
			return '';
	}
}

function wrap(text: string, width: number): readonly string[] {
	const lines: string[] = [''];
	for (const word of text.split(' ')) {
		const last = lines.at(-1) ?? '';
		if (last === '') lines[lines.length - 1] = word;
		else if (last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
		else lines.push(word);
	}
	return lines;
}
