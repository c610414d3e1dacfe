import type {Machine} from '../../machine/machine.ts';
import {pathOf} from '../../places/roots.ts';
import {claudeCodeRouter3, readRouterTables, routerTables} from '../../providers/translators/claude-code-router-3.ts';
import type {TranslatorReading} from '../../providers/translators/translator.ts';
import {readTables} from '../../setups/foreign/sqlite/read-tables.ts';
import {databaseFiles} from '../database-files.ts';

export type Router3 = {readonly file: string; readonly reading: TranslatorReading | null};

/**
 * Version 3 of claude-code-router, where it is the one that is used: by its package, or, where that is not seen, by the database that it
 * leaves behind. Null for an older one, whose settings are another file.
 */
export function lookRouter3(program: string | null, {environment, files, clock}: Machine): Router3 | null {
	const {join} = pathOf(environment);
	const version = program === null ? null : majorVersion(program, files, environment);
	const places = claudeCodeRouter3.files.map(({path}) => join(environment.home, path));
	const file = places.find(place => files.stat(place, 'follow')?.kind === 'file');
	if (version === null ? file === undefined : version < 3) return null;
	if (file === undefined) return {file: places[0] ?? '', reading: null};
	const read = databaseFiles(file, files);
	const broken = (why: string): Router3 => ({file, reading: {state: 'broken', line: null, why: `it ${why}`}});
	if (read === null || typeof read === 'string') return broken(read ?? 'is gone');
	const tables = readTables(read, routerTables);
	return tables.state === 'refused' ? broken(tables.why) : {file, reading: readRouterTables(tables.tables, clock.now())};
}

/** npm's link leads into the package, some folders below its package.json. */
function majorVersion(program: string, files: Machine['files'], environment: Machine['environment']): number | null {
	const {join, dirname} = pathOf(environment);
	let folder = dirname(files.real(program) ?? program);
	for (let up = 0; up < 4; up += 1) {
		const reading = files.read(join(folder, 'package.json'));
		const text = reading.state === 'bytes' ? new TextDecoder().decode(reading.bytes) : '';
		if (text.includes('"@musistudio/claude-code-router"')) return Number(/"version":\s*"(\d+)\./.exec(text)?.[1] ?? Number.NaN) || null;
		folder = dirname(folder);
	}
	return null;
}
