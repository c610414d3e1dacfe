import type {Tried} from '../../providers/translators/translator.ts';

/** Who relies on it shall know on what it rests. */
export function testedText(tried: Tried): string {
	switch (tried.state) {
		case 'run':
			return `with version ${tried.version}`;
		case 'not-run':
			return `not run; its settings are known from ${tried.read}`;
	}
}
