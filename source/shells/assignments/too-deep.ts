/** Real scripts nest a few levels deep. What goes on for hundreds is made to keep a reader busy, and is not read. */
export const deepest = 200;

/** Of the kind that the engine throws by itself where a reader calls itself too often. */
export class TooDeep extends RangeError {}

/** Texts that are run, in texts that are run: `eval "eval …"`. */
export const mostLevels = 3;
