import type {Edit} from '../../plan/edit.ts';
import type {Upstream} from '../../providers/translators/translator.ts';
import type {FoundTranslator} from './look-translators.ts';

/** The edit that puts a service behind a translator, or why there is none. */
export function putBehind(
	{translator, file}: FoundTranslator,
	upstream: Upstream,
): Edit | {readonly state: 'refused'; readonly message: string; readonly hint: string} {
	if (file === null)
		return {
			state: 'refused',
			message: `The folder of ${translator.title} is not known.`,
			hint: '--cwd DIR names the one it was cloned to.',
		};
	return {
		kind: 'rewrite',
		file,
		secret: upstream.key,
		make: before => translator.write(before, upstream),
		summary: `Put ${upstream.name} behind ${translator.title}`,
		answers: {to: 'wish'},
	};
}
