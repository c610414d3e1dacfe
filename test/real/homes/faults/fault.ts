import type {Draft} from '../draft.ts';

/** One kind of thing that is wrong with a home. Kinds are told apart by what has to be found or mended, not by their values. */
export type Fault = {
	readonly name: string;
	/** Whether it can be wrong here; where it is left out, everywhere. */
	readonly fits?: (draft: Draft) => boolean;
	readonly put: (draft: Draft) => void;
};

/** The variable that the held credential belongs into; for a login there is none. */
export function rightVariable({held}: Draft): 'ANTHROPIC_AUTH_TOKEN' | 'ANTHROPIC_API_KEY' | null {
	switch (held) {
		case 'router-bearer':
		case 'proxy-key':
			return 'ANTHROPIC_AUTH_TOKEN';
		case 'router-x-api-key':
		case 'console-key':
			return 'ANTHROPIC_API_KEY';
		case 'subscription':
			return null;
	}
}

/** A secret of an earlier life: no output may hold it. */
export function old(draft: Draft, text: string): string {
	draft.secrets.add(text.trim());
	return text;
}
