import {readPaste} from '../../../credentials/paste.ts';
import {Secret} from '../../../credentials/secret.ts';
import {recognise} from '../../../credentials/shapes.ts';
import type {Provider} from '../../../providers/provider.ts';
import {isLoopback, judgeSending} from '../../../setups/secret-rules.ts';
import {type Line, line, type Verdict} from '../../conversation.ts';
import {tilde} from '../../tilde.ts';
import {type Answers, hostOf} from '../answers.ts';
import {asking, given, type Room, type Step} from '../step.ts';
import {standsBehind} from './stands-behind.ts';

/** The service's own key: it stays with the translator. */
export const serviceKey: Step = {
	name: 'service-key',
	due: ({translator}) => translator?.settings === 'change',
	async take(answers, room, canGoBack) {
		const {behind, service, serviceUrl} = answers;
		const baseUrl = serviceUrl ?? behind.baseUrl ?? '';
		const stands = standsBehind(answers)?.key;
		const kept = behind.key ?? (stands?.state === 'text' ? stands.secret : null);
		const pasted = await room.conversation.secret({
			...asking(answers, canGoBack),
			title: `Paste the key for ${service?.label ?? hostOf(baseUrl)}`,
			about: about(answers, baseUrl, room),
			kept,
			judge: text => judgeServiceKey(text, baseUrl, service),
		});
		return pasted.kind === 'given' ? given({...answers, behind: {...behind, key: pasted.value}}) : pasted;
	},
};

function about({translator, service, behind}: Answers, baseUrl: string, {machine}: Room): readonly Line[] {
	const file = translator?.found.file ?? null;
	const place = file === null ? 'the settings of the translator' : tilde(file, machine.environment.home);
	const page = service?.key.page ?? null;
	const begins = service?.key.begins ?? null;
	return [
		line(`It is not shown, goes into ${place}, and to ${hostOf(baseUrl)} only.`, 'quiet'),
		...(begins === null ? [] : [line(`It begins with ${begins}.`, 'quiet')]),
		...(page === null ? [] : [line(`Where you get one: ${page}`, 'quiet')]),
		...(behind.key === null && standsBehind({translator, serviceUrl: baseUrl, behind})?.key.state === 'text'
			? [line('Leave it empty to keep the one that stands there.', 'quiet')]
			: []),
	];
}

/** A word does for a key where the service runs on this computer; elsewhere it has to look like one, and like one of that service. */
export function judgeServiceKey(text: string, baseUrl: string, service: Provider | null): Verdict<Secret> {
	const url = new URL(baseUrl);
	const paste = readPaste(text);
	switch (paste.state) {
		case 'empty':
			return isLoopback(url) ? good('local-service') : {state: 'wrong', message: 'Nothing was entered yet.', better: null};
		case 'unusable':
			return {state: 'wrong', message: paste.message, better: null};
		case 'stand-in':
			return isLoopback(url) ? good(paste.text) : doubt(paste.text, 'That is a word that stands for a key where nobody checks one.');
		case 'usable': {
			const secret = new Secret(paste.text);
			const sending = judgeSending({secret, to: url});
			if (sending.state !== 'fine') return {state: 'wrong', message: sending.why, better: null};
			if (service?.key.pattern?.test(paste.text) === false)
				return doubt(
					paste.text,
					`Keys of ${service.label} look different${service.key.begins ? `: they begin with ${service.key.begins}` : ''}.`,
				);
			const found = recognise(paste.text);
			return good(paste.text, found?.shape.certain ? `This is ${found.shape.meaning}.` : null);
		}
	}
}

function good(text: string, notice: string | null = null): Verdict<Secret> {
	return {state: 'good', value: new Secret(text), notice};
}

function doubt(text: string, message: string): Verdict<Secret> {
	return {state: 'doubt', value: new Secret(text), message, better: null};
}
