import {damageOf} from '../../credentials/damage.ts';
import type {Machine} from '../../machine/machine.ts';
import {printable} from '../../places/show.ts';
import {readDotenv} from '../../shells/env-files/dotenv.ts';
import {type Line, line, row} from '../conversation.ts';
import {tilde} from '../tilde.ts';

/**
 * What a translating proxy will do with its `.env`: an empty or placeholder OPENAI_API_KEY puts it into passthrough mode, in which
 * no variable of Claude Code can help, and an exported variable outranks the file.
 */
export function readProxyFile({files, environment}: Pick<Machine, 'files' | 'environment'>, path: string): readonly Line[] {
	const reading = files.read(path);
	const named = printable(tilde(path, environment.home));
	if (reading.state !== 'bytes') return [line(`${named} could not be read.`, 'warn')];
	const entries = readDotenv(new TextDecoder().decode(reading.bytes));
	const last = (name: string) => entries.findLast(({variable}) => variable === name) ?? null;
	const key = last('OPENAI_API_KEY');
	const at = (entry: {readonly line: number} | null) => (entry === null ? named : `${named}:${entry.line}`);
	const exported = environment.variables['OPENAI_API_KEY'];
	const gate = last('ANTHROPIC_API_KEY') ?? last('PROXY_AUTH_KEY');
	const state = key === null ? 'absent' : stateOf(key.value);
	return [
		line("The proxy's own configuration", 'strong'),
		row('Found', `OPENAI_API_KEY (${state})  ${at(key)}`),
		...(state === 'set' || state === 'filled in elsewhere' ? [] : [passthrough(state, exported)]),
		...(exported === undefined || exported === key?.value ? [] : [outranked(exported)]),
		...(gate === null || (gate.value ?? '') === ''
			? []
			: [
					row('Found', `${gate.variable} (${stateOf(gate.value)})  ${at(gate)}`),
					line('Clients have to present that value: paste it on the next screen.', 'warn'),
				]),
	];
}

function stateOf(value: string | null): 'empty' | 'a placeholder' | 'set' | 'filled in elsewhere' {
	if (value === null) return 'filled in elsewhere';
	if (value.trim() === '') return 'empty';
	return /your-/i.test(value) || damageOf(value)?.kind === 'placeholder' ? 'a placeholder' : 'set';
}

function passthrough(state: string, exported: string | undefined): Line {
	return exported === undefined || exported === ''
		? line(
				`The key is ${state}: such a proxy refuses to start, or starts in passthrough mode and answers 401. Put the service's key there and restart it.`,
				'bad',
			)
		: line(`The key is ${state} in the file, and the proxy takes the one this shell exports.`, 'warn');
}

function outranked(exported: string): Line {
	return exported.trim() === ''
		? line('This shell exports an empty OPENAI_API_KEY, which outranks the file: unset OPENAI_API_KEY before the proxy is started.', 'bad')
		: line(
				'This shell exports another OPENAI_API_KEY, which outranks the file: unset it before the proxy is started, if the file is right.',
				'warn',
			);
}
