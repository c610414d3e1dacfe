import type {FileNote} from '../plan/apply.ts';
import type {Edit} from '../plan/edit.ts';
import type {Plan} from '../plan/plan.ts';
import type {Receipt} from '../plan/receipt.ts';
import type {Left} from '../plan/turn-all.ts';
import type {Wish} from '../shells/wish.ts';

/** What a command wants done, before it is known whether it can and may be. */
export type Errand = {
	readonly edits: readonly Edit[];
	/** What is set up, for the rules about where a secret may go; null where nothing is. */
	readonly wish: Wish | null;
	/**
	 * Of edits that cannot be planned: a setup is whole or not (`stop`), a repair does the rest and tells the user (`tell`); one that
	 * moves the machine to a credential stops where that credential itself cannot be written (`tell-but-wish`).
	 */
	readonly unplannable: 'stop' | 'tell' | 'tell-but-wish';
	/**
	 * Where values would go that come to light in a file which is mended: the move to the credential that was given follows at once, and
	 * is judged for both. Absent: now.
	 */
	readonly judged?: 'with-the-move';
};

/** Whoever can be asked. Null is nobody: no terminal, or no wish to be asked. */
export type Asker = {
	readonly show: (plan: Plan) => void;
	readonly confirm: (question: string) => Promise<boolean | null>;
	readonly type: (question: string) => Promise<string | null>;
	/** From here on Ctrl-C no longer ends the program but stops the change and takes it back. */
	readonly takeInterrupt: () => AbortSignal;
};

export type CarriedOut =
	/** Everything is as wished already; the plan may still hold what the user has to do. */
	| {readonly state: 'nothing'; readonly plan: Plan}
	/** A dry run. `confirms` are the hosts whose names would have to be typed. */
	| {readonly state: 'planned'; readonly plan: Plan; readonly confirms: readonly string[]}
	| {readonly state: 'applied'; readonly plan: Plan; readonly receipt: Receipt; readonly notes: readonly FileNote[]}
	| NotDone;

export type Planned = Extract<CarriedOut, {state: 'planned'}>;
export type Written = Extract<CarriedOut, {state: 'applied' | 'nothing'}>;

/** `left` names what could not be brought back; it stays in the history. */
export type NotDone =
	| {
			readonly state: 'refused';
			readonly code: 2 | 3;
			readonly message: string;
			readonly hint: string | null;
			readonly left: readonly Left[];
	  }
	| {readonly state: 'cancelled'; readonly left: readonly Left[]};

export function refused(code: 2 | 3, message: string, hint: string | null): NotDone & {readonly state: 'refused'} {
	return {state: 'refused', code, message, hint, left: []};
}
