import type {Machine} from '../../../machine/machine.ts';
import {pathOf} from '../../../places/roots.ts';
import {translators} from '../../../providers/translators/index.ts';
import type {Translator} from '../../../providers/translators/translator.ts';
import {type Answer, line, type Verdict} from '../../conversation.ts';
import {tilde} from '../../tilde.ts';
import {type FoundTranslator, lookAt} from '../../translator/look-translators.ts';
import {namesakeIn} from '../../translator/namesake.ts';
import type {Answers} from '../answers.ts';
import {asking, given, type Room} from '../step.ts';

type Wanted = {readonly title: string; readonly mayPass: boolean};

/** Where the settings of a translator lie that is run from a folder, and which one reads them. Null where that was passed over. */
export async function settingsPlace(answers: Answers, {title, mayPass}: Wanted, room: Room): Promise<Answer<FoundTranslator | null>> {
	const {conversation, machine} = room;
	const typed = await conversation.text({
		...asking(answers, true),
		title,
		about: [line(`Where its .env or its config.yaml lies.${mayPass ? ' Leave it empty to pass over this.' : ''}`, 'quiet')],
		start: likelyFolder(machine),
		example: '~/claude-code-proxy',
		judge: text => judgeFolder(text, mayPass, machine),
	});
	if (typed.kind !== 'given') return typed;
	if (typed.value === '') return given(null);
	const reader = await whoReads(typed.value, answers, room);
	if (reader.kind !== 'given') return reader;
	return given(reader.value === null ? null : await lookAt(reader.value, machine, typed.value));
}

/** Three programs are called claude-code-proxy, and a variable of the same name means something else to each: it is asked where nothing tells. */
async function whoReads(folder: string, answers: Answers, {conversation, machine}: Room): Promise<Answer<Translator | null>> {
	const {join} = pathOf(machine.environment);
	const inFolders = translators.filter(({files}) => files.some(({below}) => below === 'folder'));
	const there = (name: string) => machine.files.stat(join(folder, name), 'follow')?.kind === 'file';
	const namesake = namesakeIn(folder, machine.files, join);
	const sure =
		inFolders.find(({id}) => id === namesake) ??
		(there('config.yaml') && !there('.env') ? inFolders.find(({id}) => id === 'litellm') : undefined);
	if (sure !== undefined) return given(sure);
	return conversation.choose<Translator | null>({
		...asking(answers, true),
		title: 'Which process reads this file?',
		about: [
			line(`Nothing in ${tilde(folder, machine.environment.home)} tells, and each reads its settings in its own way.`, 'quiet'),
			line('Where it was cloned from says it: git remote -v, there.', 'quiet'),
		],
		choices: [
			...inFolders.map(translator => ({value: translator, label: translator.title, hint: translator.files[0]?.path ?? ''})),
			{value: null, label: 'Another one', hint: 'its settings are left alone'},
		],
		start: Math.max(
			0,
			inFolders.findIndex(({program}) => program === null),
		),
		size: 'few',
	});
}

/** Where people clone such proxies to, and the folder one stands in. */
function likelyFolder({environment, files}: Machine): string {
	const {join} = pathOf(environment);
	const places = [environment.cwd, join(environment.home, 'claude-code-proxy'), join(environment.home, 'litellm')];
	const found = places.find(place => ['.env', 'config.yaml'].some(name => files.stat(join(place, name), 'follow')?.kind === 'file'));
	return found === undefined ? '' : tilde(found, environment.home);
}

/** The file itself is taken for its folder. */
function judgeFolder(text: string, mayPass: boolean, {environment, files}: Machine): Verdict<string> {
	const typed = text.trim();
	if (typed === '') return mayPass ? good('') : {state: 'wrong', message: 'Nothing was entered yet.', better: null};
	const {resolve, dirname} = pathOf(environment);
	const path = resolve(
		environment.cwd,
		typed.replace(/^~(?=[/\\]|$)/, () => environment.home),
	);
	switch (files.stat(path, 'follow')?.kind) {
		case 'folder':
			return good(path);
		case 'file':
			return good(dirname(path));
		case 'link':
		case 'other':
		case undefined:
			return {state: 'wrong', message: 'There is no such folder.', better: null};
	}
}

function good(value: string): Verdict<string> {
	return {state: 'good', value, notice: null};
}
