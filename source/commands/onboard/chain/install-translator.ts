import type {Translator} from '../../../providers/translators/translator.ts';
import {line} from '../../conversation.ts';
import {type FoundTranslator, lookAt} from '../../translator/look-translators.ts';
import type {Room} from '../step.ts';

/** Runs the command that was shown and chosen, in this terminal; null where it brought no program that is found. */
export async function installTranslator(translator: Translator, {conversation, machine}: Room): Promise<FoundTranslator | null> {
	const {variables, home, platform} = machine.environment;
	const [program = '', ...args] = translator.install.split(' ');
	const named = platform === 'win32' ? `${program}.cmd` : program;
	const code = await conversation.handOver(() => machine.programs.handOver(named, args, {env: variables, cwd: home}));
	const found = await lookAt(translator, machine);
	if (found.program !== null) {
		conversation.tell([line(`${translator.title} is installed.`, 'good')]);
		return found;
	}
	const ended = code === null ? `${program} could not be started.` : `It ended with code ${code}.`;
	conversation.tell([
		line(code === 0 ? `It ended well, but ${translator.program ?? translator.title} was not found on PATH.` : ended, 'bad'),
	]);
	return null;
}
