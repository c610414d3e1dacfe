/** A repair that moves to a router on this computer and asks nothing; the secret comes on stdin. */
export const scriptedRepair: readonly string[] = [
	'--repair',
	'--credential',
	'router-key',
	'--base-url',
	'http://127.0.0.1:7',
	'--secret-stdin',
	'--yes',
	'--no-live',
	'--json',
];
