import {pathOf} from '../../places/roots.ts';
import {line} from '../conversation.ts';
import {tilde} from '../tilde.ts';
import {pointingAt} from './answers.ts';
import {askAddress} from './ask-address.ts';
import {readProxyFile} from './proxy-file.ts';
import {asking, given, type Room, type Step} from './step.ts';

/** Where the translating proxy listens, and a look into its own configuration where that lies on this computer. */
export const whichProxy: Step = {
	name: 'which-proxy',
	due: ({credential}) => credential === 'proxy-key',
	async take(answers, room, canGoBack) {
		const usual = answers.baseUrl ?? 'http://127.0.0.1:8082';
		const typed = await askAddress({...answers, baseUrl: usual}, room, null);
		if (typed.kind !== 'given') return typed;
		const pointed = pointingAt(answers, typed.value.provider, typed.value.baseUrl);
		if (!/^https?:\/\/(?:localhost|127\.|\[::1\])/.test(typed.value.baseUrl)) return given(pointed);
		const file = await room.conversation.text({
			...asking(pointed, true),
			title: "Where is the proxy's .env?",
			about: [line('It is only read, to see whether the proxy has its key. Leave it empty to pass over this.', 'quiet')],
			start: answers.proxyFile ?? likelyFile(room),
			example: '~/claude-code-proxy/.env',
			judge: text => judgeFile(text, room),
		});
		if (file.kind === 'leave') return file;
		if (file.kind === 'back') return whichProxy.take(answers, room, canGoBack);
		if (file.value === '') return given({...pointed, proxyFile: null});
		room.conversation.tell(readProxyFile(room.machine, file.value));
		return given({...pointed, proxyFile: file.value});
	},
};

/** Where people clone such proxies to, and the folder one stands in. */
function likelyFile({machine}: Room): string {
	const {environment, files} = machine;
	const {join} = pathOf(environment);
	const places = [join(environment.cwd, '.env'), join(environment.home, 'claude-code-proxy', '.env')];
	const found = places.find(place => files.stat(place, 'follow')?.kind === 'file');
	return found === undefined ? '' : tilde(found, environment.home);
}

function judgeFile(text: string, {machine}: Room) {
	if (text.trim() === '') return {state: 'good', value: '', notice: null} as const;
	const {home, cwd} = machine.environment;
	const path = pathOf(machine.environment).resolve(
		cwd,
		text.trim().replace(/^~(?=[/\\]|$)/, () => home),
	);
	return machine.files.stat(path, 'follow')?.kind === 'file'
		? ({state: 'good', value: path, notice: null} as const)
		: ({state: 'wrong', message: 'There is no such file.', better: null} as const);
}
