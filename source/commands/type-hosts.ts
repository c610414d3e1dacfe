import {type Conversation, line, type Question} from './conversation.ts';

/** A yes is given too easily where a key would go to another host than its own: its name has to be typed. */
export async function typeHosts(
	confirms: readonly {readonly host: string; readonly why: string}[],
	asking: Pick<Question, 'trail' | 'canGoBack'>,
	conversation: Conversation,
): Promise<'agreed' | 'back' | 'leave'> {
	for (const {host, why} of confirms) {
		const typed = await conversation.text({
			...asking,
			title: `Type ${host} to send it there all the same`,
			about: [line(why, 'warn')],
			start: '',
			example: host,
			judge: text =>
				text.trim().toLowerCase() === host
					? {state: 'good', value: host, notice: null}
					: {state: 'wrong', message: 'That is not the name of the host.', better: null},
		});
		if (typed.kind !== 'given') return typed.kind;
	}
	return 'agreed';
}
