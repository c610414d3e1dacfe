import type {Programs, Stream} from './machine.ts';

type Given = Parameters<Programs['stream']>[2];

/** A program whose pretended run gives all it prints as one piece: bytes as one character each, in and out. */
export function pretendStream(run: Programs['run'] | undefined, file: string, args: readonly string[], given: Given): Stream {
	const {input, ...options} = given;
	const said = input === undefined ? options : {...options, input: Buffer.from(input).toString('latin1')};
	const outcome = run === undefined ? Promise.resolve({state: 'missing'} as const) : run(file, args, said);
	return {
		pieces: (async function* () {
			const ended = await outcome;
			if ('stdout' in ended && ended.stdout !== '') yield new Uint8Array(Buffer.from(ended.stdout, 'latin1'));
		})(),
		ended: outcome,
	};
}
