import {askerAt} from '../asker.ts';
import {sayNotDone} from '../carried-out-text.ts';
import {carryOut} from '../carry-out.ts';
import type {Context, Invocation} from '../command.ts';
import {examine} from '../examine.ts';
import {sayPlanned} from '../say-planned.ts';
import {sayWritten} from '../say-written.ts';
import {shownCommand} from '../shown-command.ts';
import {loginUnit} from './login-unit.ts';
import type {FoundTranslator} from './look-translators.ts';

/** `wizard translator at-login ID`: what starts it at each login, as a plan like any other. */
export async function atLogin(found: FoundTranslator, {options}: Invocation, context: Context): Promise<number> {
	const {machine, fail, out} = context;
	const unit = loginUnit(found, machine);
	if (unit.state === 'none') return fail(unit.code, unit.message, unit.hint);
	const mode = options['dry-run'] ? 'dry-run' : 'write';
	const done = await carryOut({edits: [unit.edit], wish: null, unplannable: 'stop'}, mode, askerAt(context, options), machine);
	if (done.state === 'refused' || done.state === 'cancelled') return sayNotDone(done, context);
	const situation = await examine(machine);
	if (done.state === 'planned') return sayPlanned(done, situation.headless, options, context);
	const {program, args} = unit.enable;
	const enable = shownCommand([program, ...args].join(' '), machine.environment.home);
	const code = sayWritten({done, tried: null, situation, json: () => ({enable})}, options, context);
	if (!options.json) out(`To start it now and at each login: ${enable}`);
	return code;
}
