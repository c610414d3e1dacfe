import type {Machine} from '../../machine/machine.ts';
import type {FoundTranslator} from './look-translators.ts';

/**
 * Is the process of this number, noted when the translator was started, still the translator? The system gives numbers out again, and
 * after a new start of the computer it may be any program of the user's.
 */
export async function isStill(pid: number, {translator, file}: FoundTranslator, machine: Machine): Promise<boolean> {
	const {program, args} = translator.start(file ?? '');
	const line = await lineOf(pid, machine);
	if (machine.environment.platform === 'win32') return line.includes(program);
	// `uv run` may have become what it runs.
	return line !== '' && args.every(word => word === 'run' || line.includes(word));
}

/** What the process was started as; empty where there is none, or nobody tells. Windows tells the program alone. */
async function lineOf(pid: number, {files, programs, environment}: Machine): Promise<string> {
	const reading = files.read(`/proc/${pid}/cmdline`);
	if (reading.state === 'bytes') return new TextDecoder().decode(reading.bytes).replaceAll('\0', ' ');
	const [program, args] =
		environment.platform === 'win32'
			? ['tasklist', ['/FI', `PID eq ${pid}`, '/FO', 'CSV', '/NH']]
			: (['ps', ['-o', 'args=', '-p', String(pid)]] as const);
	const {PATH = '', SYSTEMROOT} = environment.variables;
	const env = {PATH, ...(SYSTEMROOT === undefined ? {} : {SYSTEMROOT})};
	const said = await programs.run(program, args, {env, timeout: 5_000});
	return said.state === 'ended' && said.code === 0 ? said.stdout : '';
}
