import type {Secret} from '../../credentials/secret.ts';
import {type Recognised, recognise} from '../../credentials/shapes.ts';

/** Whose it is, by its shape. */
export function recogniseSecret(secret: Secret): Recognised | null {
	return recognise(secret.reveal());
}
