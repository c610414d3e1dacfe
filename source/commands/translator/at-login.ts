import {askerAt} from '../asker.ts';
import {carriedOutText, sayNotDone} from '../carried-out-text.ts';
import {carryOut} from '../carry-out.ts';
import type {Context, Invocation} from '../command.ts';
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
	if (done.state === 'planned') askerAt(context, options).show(done.plan);
	for (const text of carriedOutText(done, machine.environment.home)) out(text);
	const {program, args} = unit.enable;
	if (done.state !== 'planned') out(`To start it now and at each login: ${[program, ...args].join(' ')}`);
	return 0;
}
