import type {Run} from './command.ts';
import {type GivenOptions, setupOptions} from './options.ts';
import {wayToTalk} from './way-to-talk.ts';

/** `wizard` alone: from "I have some credential" to a claude that works. Asks where it can, and follows the options where it cannot. */
export const onboard: Run = async ({options}, context) => {
	if (isScripted(options)) return (await import('./onboard-scripted.ts')).onboardScripted(options, context);
	const {terminal, fail, machine} = context;
	if (!terminal.stdinIsTTY || !terminal.stdoutIsTTY)
		return fail(
			2,
			'There is no terminal to ask on.',
			'Say it by options: wizard --credential router-key --base-url URL --secret-stdin --yes   (all: wizard --help)',
		);
	const toCopy: string[] = [];
	const conversation = await context.converse(wayToTalk(options, machine.environment.variables));
	try {
		// What the flow itself needs is loaded behind the first frame.
		const talk = await conversation.progress('Looking at what claude would send from here', async () =>
			(await import('./onboard-talking.ts')).openTalk(conversation, context, {store: options.store, print: text => toCopy.push(text)}),
		);
		return await talk();
	} finally {
		await conversation.close();
		for (const text of toCopy) context.out(text);
	}
};

/** With these the user has said what is wanted, and does not mean to be asked. */
function isScripted(options: GivenOptions): boolean {
	return [...setupOptions, 'yes' as const, 'json' as const, 'dry-run' as const].some(name => options[name] !== undefined);
}
