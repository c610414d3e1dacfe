import type {Machine} from '../../machine/machine.ts';
import {pathOf} from '../../places/roots.ts';
import type {Translator} from '../../providers/translators/translator.ts';
import {isStill} from './is-still.ts';
import {type FoundTranslator, lookAt, portOf, programNamed} from './look-translators.ts';

export type Controlled = {readonly ok: true} | {readonly ok: false; readonly message: string; readonly hint: string};

/** A Python program loads for some seconds before it answers. */
const patience = 30_000;
const between = 250;

/** Starts it, or starts it anew, and waits until it answers. */
export async function restart(found: FoundTranslator, machine: Machine): Promise<Controlled> {
	if (found.file === null)
		return {ok: false, message: `The folder of ${found.translator.title} is not known.`, hint: '--cwd DIR names it.'};
	const stopped = await stop(found, machine);
	if (!stopped.ok) return stopped;
	const {translator} = found;
	const {program, args} = translator.start(found.file);
	const path = programNamed(program, machine);
	if (path === null)
		return {
			ok: false,
			message: `${program} is not on PATH.`,
			hint: translator.program === null ? 'Its README says how it is run.' : translator.install,
		};
	const {environment} = machine;
	const {join, dirname} = pathOf(environment);
	const log = join(environment.state, 'translators', `${translator.id}.log`);
	const pid = await machine.programs.leave(path, args, {
		env: startEnvironment(found, environment.variables),
		cwd: dirname(found.file),
		log,
	});
	if (pid === null) return {ok: false, message: `${program} could not be started.`, hint: translator.install};
	// ccr goes into the background by itself, and notes its own process.
	if (translator.stop === null) await machine.notes.write(noteFor(translator), pid);
	return (await answers(found, machine, true))
		? {ok: true}
		: {
				ok: false,
				message: `${translator.title} was started and does not answer at port ${portOf(translator, found.reading)}.`,
				hint: `What it said: ${log}`,
			};
}

/** What its file gives counts: an exported variable of the same name would outrank that, as one from an old startup file does. */
function startEnvironment({translator, reading}: FoundTranslator, variables: Readonly<Record<string, string>>) {
	const settings = reading?.state === 'read' ? reading.settings : null;
	const given = new Set(settings?.upstreams.filter(({key}) => key.state === 'text').map(({name}) => name));
	if (settings?.gate?.secret) given.add(settings.gate.variable);
	return Object.fromEntries(Object.entries(variables).filter(([name]) => !(translator.outranked.includes(name) && given.has(name))));
}

/** Only what we started, or what has a command of its own for that, is ended by us. */
export async function stop(found: FoundTranslator, machine: Machine): Promise<Controlled> {
	const {translator, running} = found;
	if (running.state === 'no') return {ok: true};
	if (translator.stop !== null) {
		const {program, args} = translator.stop;
		await machine.programs.run(program, args, {env: machine.environment.variables, timeout: patience});
	} else {
		const pid = await machine.notes.read(noteFor(translator));
		if (typeof pid !== 'number' || !(await isStill(pid, found, machine)) || !machine.programs.end(pid))
			return {
				ok: false,
				message: `${translator.title} runs, and was not started by wizard.`,
				hint: 'End it where it was started (Ctrl-C), then run this again.',
			};
		await machine.notes.write(noteFor(translator), undefined);
	}
	return (await answers(found, machine, false))
		? {ok: true}
		: {ok: false, message: `${translator.title} goes on running.`, hint: 'End it by hand, then run this again.'};
}

function noteFor({id}: Translator): string {
	return `translator-${id}`;
}

/** Whether it came to answer, or to answer no more. */
async function answers({translator, file}: FoundTranslator, machine: Machine, wished: boolean): Promise<boolean> {
	const {dirname} = pathOf(machine.environment);
	for (let waited = 0; waited <= patience; waited += between) {
		const {running} = await lookAt(translator, machine, file === null ? null : dirname(file));
		if ((running.state === 'yes') === wished) return true;
		await machine.clock.pause(between);
	}
	return false;
}
