/** Why a database is not read, as the end of a sentence that begins with its file. Thrown inside this folder, and never out of it. */
export class Refusal extends Error {}

export function damaged(): Refusal {
	return new Refusal('is a damaged database');
}
