import type {Edit} from '../../plan/edit.ts';
import {claudeCodeRouter3} from '../../providers/translators/claude-code-router-3.ts';
import type {Upstream} from '../../providers/translators/translator.ts';
import type {FoundTranslator} from './look-translators.ts';

type Refused = {readonly state: 'refused'; readonly message: string; readonly hint: string};

/** Why nothing can be put behind it from here; null where that can be done. */
export function closedToUs({translator, file}: FoundTranslator): Refused | null {
	if (file === null) return nowhere(translator.title);
	if (translator !== claudeCodeRouter3) return null;
	return {
		state: 'refused',
		message: `${translator.title} keeps its settings in a database that only it may write.`,
		hint: 'Add the service there: ccr ui. Then: wizard profiles import, and wizard use claude-code-router',
	};
}

/** The edit that puts a service behind a translator, or why there is none. */
export function putBehind(found: FoundTranslator, upstream: Upstream): Edit | Refused {
	const {translator, file} = found;
	const closed = closedToUs(found);
	if (file === null || closed !== null) return closed ?? nowhere(translator.title);
	return {
		kind: 'rewrite',
		file,
		secret: upstream.key,
		make: before => translator.write(before, upstream),
		summary: `Put ${upstream.name} behind ${translator.title}`,
		answers: {to: 'wish'},
	};
}

function nowhere(title: string): Refused {
	return {state: 'refused', message: `The folder of ${title} is not known.`, hint: '--cwd DIR names the one it was cloned to.'};
}
