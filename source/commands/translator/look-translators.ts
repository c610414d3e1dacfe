import type {Machine} from '../../machine/machine.ts';
import {pathOf} from '../../places/roots.ts';
import {claudeCodeRouter3} from '../../providers/translators/claude-code-router-3.ts';
import {translators} from '../../providers/translators/index.ts';
import type {Translator, TranslatorReading} from '../../providers/translators/translator.ts';
import {lookRouter3} from './look-router-3.ts';
import {namesakeIn} from './namesake.ts';

/** What of one translator is on this computer. Nothing is started to find out. */
export type FoundTranslator = {
	readonly translator: Translator;
	/** Where its program lies; null where it is not on PATH, or has none. */
	readonly program: string | null;
	/** Its settings, there or where they would be written; null for one whose folder is not known. */
	readonly file: string | null;
	readonly reading: TranslatorReading | null;
	/** Bits that let others read its settings. */
	readonly openToOthers: boolean;
	readonly running: Running;
};

export type Running =
	| {readonly state: 'no'}
	/** Something answers at its port. `environment` is what it was started with, where that can be seen. */
	| {
			readonly state: 'yes';
			readonly pid: number | null;
			readonly environment: Readonly<Record<string, string>> | null;
			readonly stale: boolean;
	  };

/** A local answer comes at once, or nothing does. */
const patience = 1_500;

/** All of them, or those of which there is something here. `folder` is where one of the three namesakes was cloned to. */
export async function lookTranslators(machine: Machine, folder: string | null = null): Promise<readonly FoundTranslator[]> {
	return Promise.all(translators.map(translator => lookAt(translator, machine, folder)));
}

export async function lookAt(translator: Translator, machine: Machine, folder: string | null = null): Promise<FoundTranslator> {
	const program = translator.program === null ? null : programNamed(translator.program, machine);
	const newer = translator.id === claudeCodeRouter3.id ? lookRouter3(program, machine) : null;
	const file = newer?.file ?? fileOf(translator, machine, folder);
	const reading = newer === null ? readingOf(translator, file, machine) : newer.reading;
	const mode = file === null ? 0 : (machine.files.stat(file, 'follow')?.mode ?? 0);
	return {
		translator: newer === null ? translator : claudeCodeRouter3,
		program,
		file,
		reading,
		openToOthers: reading !== null && (mode & 0o077) !== 0 && machine.environment.platform !== 'win32',
		running: await runningAt(translator, portOf(translator, reading), file, machine),
	};
}

function readingOf(translator: Translator, file: string | null, {files}: Machine): TranslatorReading | null {
	const raw = file === null ? null : files.read(file);
	return raw?.state === 'bytes' ? translator.read(new TextDecoder().decode(raw.bytes)) : null;
}

export function portOf({port}: Translator, reading: TranslatorReading | null): number {
	return (reading?.state === 'read' ? reading.settings.port : null) ?? port;
}

function fileOf({id, files}: Translator, {environment, files: disk}: Machine, folder: string | null): string | null {
	const {join} = pathOf(environment);
	const folders = [folder, environment.cwd, ...['claude-code-proxy', 'litellm'].map(name => join(environment.home, name))];
	const places = files.flatMap(({below, path}) => {
		if (below === 'home') return [join(environment.home, path)];
		return folders.flatMap(one => (one !== null && (one === folder || belongs(id, one, disk, join)) ? [join(one, path)] : []));
	});
	return places.find(place => disk.stat(place, 'follow')?.kind === 'file') ?? places[0] ?? null;
}

/** Whether anything of it is on this computer besides an answer at the port that it shares with others. */
export function isHere({translator, program, file, reading}: FoundTranslator): boolean {
	return program !== null || reading !== null || (translator.program === null && file !== null);
}

/** A `.env` or config.yaml is a name that many use: the folder has to show whose it is. */
function belongs(id: Translator['id'], folder: string, files: Machine['files'], join: (...parts: string[]) => string): boolean {
	if (id === 'claude-code-router') return false;
	if (id === 'litellm') {
		const reading = files.read(join(folder, 'config.yaml'));
		return reading.state === 'bytes' && /^model_list:/m.test(new TextDecoder().decode(reading.bytes));
	}
	return namesakeIn(folder, files, join) === id;
}

export function programNamed(name: string, {environment, files}: Machine): string | null {
	const {join, delimiter} = pathOf(environment);
	const folders = (environment.variables['PATH'] ?? '').split(delimiter).filter(Boolean);
	return folders.map(folder => join(folder, name)).find(file => files.executable(file)) ?? null;
}

async function runningAt({id}: Translator, port: number, file: string | null, machine: Machine): Promise<Running> {
	const reply = await machine.network.call({method: 'GET', url: `http://127.0.0.1:${port}/health`, headers: {}, timeout: patience});
	if (reply.state === 'failed') return {state: 'no'};
	const noted = id === 'claude-code-router' && file !== null ? pidBeside(file, machine) : null;
	const pid = noted?.pid ?? null;
	const changed = file === null ? null : (machine.files.stat(file, 'follow')?.mtime ?? null);
	return {
		state: 'yes',
		pid,
		environment: pid === null ? null : environmentOf(pid, machine),
		stale: noted !== null && changed !== null && changed > noted.since + 1_000,
	};
}

/** ccr notes its process beside its settings when it starts. The time of `/proc/PID` is not that: it is when somebody first looked there. */
function pidBeside(file: string, {files, environment}: Machine): {readonly pid: number; readonly since: number} | null {
	const {join, dirname} = pathOf(environment);
	const note = join(dirname(file), '.claude-code-router.pid');
	const reading = files.read(note);
	const pid = reading.state === 'bytes' ? Number(new TextDecoder().decode(reading.bytes).trim()) : Number.NaN;
	const since = files.stat(note, 'follow')?.mtime;
	return Number.isInteger(pid) && pid > 0 && since !== undefined ? {pid, since} : null;
}

function environmentOf(pid: number, {files}: Machine): Readonly<Record<string, string>> | null {
	const reading = files.read(`/proc/${pid}/environ`);
	if (reading.state !== 'bytes') return null;
	const entries = new TextDecoder().decode(reading.bytes).split('\0');
	return Object.fromEntries(entries.filter(Boolean).map(entry => [entry.replace(/=.*$/s, ''), entry.replace(/^[^=]*=/, '')]));
}
