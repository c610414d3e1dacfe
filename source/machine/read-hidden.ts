import type {EventEmitter} from 'node:events';

export type Keyboard = Pick<NodeJS.ReadStream, 'setRawMode' | 'setEncoding' | 'resume' | 'pause'> & Pick<EventEmitter, 'on' | 'off'>;

/**
 * One line that is typed or pasted and never shown, also not by the terminal itself; null where one leaves by Ctrl-C. What comes with its
 * Enter is dropped: a second line of a paste would answer the next question.
 */
export async function readHidden(keyboard: Keyboard): Promise<string | null> {
	keyboard.setRawMode(true);
	keyboard.setEncoding('utf8');
	try {
		return await new Promise<string | null>(resolve => {
			let line = '';
			const leave = (answer: string | null) => {
				keyboard.off('data', take);
				keyboard.off('end', end);
				resolve(answer);
			};
			const end = () => leave(line);
			const take = (piece: string) => {
				// The marks that a terminal puts around a paste.
				for (const sign of piece.replace(/\u001B\[20[01]~/g, '')) {
					if (sign === '\u0003') return leave(null);
					if (sign === '\r' || sign === '\n' || sign === '\u0004') return leave(line);
					if (sign === '\u0008' || sign === '\u007F') line = line.slice(0, -1);
					else line = sign === '\u0015' ? '' : `${line}${sign}`;
				}
			};
			keyboard.on('data', take);
			keyboard.on('end', end);
			// A paused stream stays so when somebody listens.
			keyboard.resume();
		});
	} finally {
		keyboard.pause();
		keyboard.setRawMode(false);
	}
}
