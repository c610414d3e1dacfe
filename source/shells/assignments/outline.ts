import {deepest, TooDeep} from './too-deep.ts';
import type {Word} from './word.ts';

export type FrameKind = 'if' | 'loop' | 'case' | 'function' | 'group' | 'subshell';

/** One compound command that is open: `if … fi`, `{ … }`, a loop, a function. */
export type Frame = {
	readonly kind: FrameKind;
	readonly parent: Body;
	/** It only runs when what is before it succeeded or failed. */
	readonly linked: boolean;
	/** In a pipe or in the background: what it sets is lost. */
	forked: boolean;
	loop: Loop | null;
};

/** The variable of a `for` loop and the words it takes. */
export type Loop = {readonly variable: string; readonly words: readonly Word[]};

/** The commands between two words such as `then` and `fi`; a shell that wants at least one there makes us leave one. */
export type Body = {readonly frame: Frame | null; commands: number};

/** Follows how compound commands are nested while a file is read. */
export class Outline {
	body: Body = {frame: null, commands: 0};
	#depth = 0;

	open(kind: FrameKind, linked = false): Frame {
		if (++this.#depth > deepest) throw new TooDeep();
		this.body.commands++;
		const frame: Frame = {kind, parent: this.body, linked, forked: false, loop: null};
		this.body = {frame, commands: 0};
		return frame;
	}

	/** The next body of the same compound command: after `then`, `else`, `;;`. */
	next(): void {
		this.body = {frame: this.body.frame, commands: 0};
	}

	/** Null where nothing is open: a stray `fi` is the user's affair. */
	close(): Frame | null {
		const {frame} = this.body;
		if (frame) {
			this.body = frame.parent;
			this.#depth--;
		}
		return frame;
	}
}

export function frames(body: Body): Frame[] {
	const all: Frame[] = [];
	for (let frame = body.frame; frame; frame = frame.parent.frame) all.push(frame);
	return all;
}

export function inside(body: Body, kind: FrameKind): boolean {
	return frames(body).some(frame => frame.kind === kind);
}

/** `but`: a loop of which is known what it runs for. */
export function mayNotRun(body: Body, but: Frame | null = null): boolean {
	return frames(body).some(frame => frame.linked || (frame.kind !== 'group' && frame.kind !== 'subshell' && frame !== but));
}

export function isForked(body: Body): boolean {
	return frames(body).some(frame => frame.forked || frame.kind === 'subshell');
}
