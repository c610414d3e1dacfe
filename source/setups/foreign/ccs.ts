import {type Foreign, type ForeignReading, jsonObject, nothingBut, textsOf} from './foreign.ts';

/** @kaitranntt/ccs (7.79.1 was run): one file for each profile, in the form of claude's own settings. */
export const ccs: Foreign = {
	program: 'ccs',
	sources: [{kind: 'texts', files: ['.ccs/*.settings.json'], read}],
};

function read(text: string, name: string): ForeignReading {
	const settings = jsonObject(text);
	if (settings === null) return nothingBut('is no JSON');
	return {found: [{name: name.replace(/\.settings\.json$/, ''), env: textsOf(settings['env'])}], left: []};
}
