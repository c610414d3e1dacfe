import {type Shape, shapes} from './shape-table.ts';

export type Recognised = {
	readonly shape: Shape;
	/** The shape is known to be longer: part of it was not copied. */
	readonly cutOff: boolean;
};

/** Whose credential a text is, by its shape alone; null says nothing against it. */
export function recognise(text: string): Recognised | null {
	const shape = shapes.find(({pattern}) => pattern.test(text));
	return shape === undefined ? null : {shape, cutOff: shape.whole !== null && !shape.whole.test(text)};
}
