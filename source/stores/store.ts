import type {Secret} from '../credentials/secret.ts';
import type {Edit} from '../plan/edit.ts';
import type {Shell, ShellRoots} from '../shells/shell.ts';
import type {Wish} from '../shells/wish.ts';
import type {SecretProgram} from './secret-programs.ts';

export type StoreName = 'settings' | 'helper' | 'shell' | 'project' | 'none';

/** A place where a new credential is kept: the edits that bring it there, and whom it reaches. */
export type Store = {
	readonly name: StoreName;
	readonly title: string;
	/** Settings count for every claude that starts; what lives in the shell reaches only shells that start after it. */
	readonly reaches: 'every-terminal' | 'new-terminals' | 'nothing';
	/** Edits that put the wish there. They clear nothing: what competes is found and cleared by setups/. */
	readonly keep: (wish: Wish, where: StoreRoots) => Kept;
};

export type StoreRoots = {
	readonly userSettings: string;
	readonly localSettings: string;
	readonly shellRoots: ShellRoots;
	/** Of startup files that hide each other, the one that is there must be written: a new .bash_profile would hide a .profile. */
	readonly exists: (path: string) => boolean;
	/** The shells whose startup files get the source line. */
	readonly shells: readonly Shell[];
	/** What keeps the secret behind an apiKeyHelper; null where there is none. */
	readonly program: SecretProgram | null;
};

export type Kept =
	| {
			readonly state: 'kept';
			readonly edits: readonly Edit[];
			/** What to type in terminals that are open already, by shell; empty where they need nothing. */
			readonly openTerminals: readonly {readonly shell: string; readonly text: string}[];
	  }
	| {readonly state: 'refused'; readonly why: string; readonly hint: string};

/** The one secret of a wish; null where the wish has none or does not know it yet. */
export function secretOf(wish: Wish): Secret | null {
	for (const {value} of wish.set) if (value.kind === 'secret') return value.secret;
	return null;
}
