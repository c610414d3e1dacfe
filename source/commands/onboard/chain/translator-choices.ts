import {translatorNamed} from '../../../providers/translators/index.ts';
import type {Translator} from '../../../providers/translators/translator.ts';
import type {Choice} from '../../conversation.ts';
import {tilde} from '../../tilde.ts';
import {type FoundTranslator, isHere, portOf} from '../../translator/look-translators.ts';
import {type Answers, hostOf} from '../answers.ts';

/** What may stand between claude and the service. */
export type Way =
	/** Its settings stay as they are. */
	| {readonly kind: 'use'; readonly found: FoundTranslator}
	/** Something answers at its usual port, and whose settings it follows is not known yet. */
	| {readonly kind: 'answering'; readonly address: string}
	| {readonly kind: 'set-up'; readonly found: FoundTranslator}
	| {readonly kind: 'install'; readonly translator: Translator}
	| {readonly kind: 'folder'}
	| {readonly kind: 'address'};

/** Only what is here is offered, and the one that npm installs. */
export function translatorChoices(
	all: readonly FoundTranslator[],
	{service, serviceUrl}: Pick<Answers, 'service' | 'serviceUrl'>,
	home: string,
): {readonly choices: readonly Choice<Way>[]; readonly start: number} {
	const here = all.filter(isHere);
	const running = here.filter(({running: {state}, reading}) => state === 'yes' && reading?.state === 'read');
	const answering = new Set(
		all
			.filter(
				({running: {state}, translator}) =>
					state === 'yes' && running.every(one => portOf(one.translator, one.reading) !== translator.port),
			)
			.map(({translator}) => translator.port),
	);
	const router = translatorNamed('claude-code-router');
	const uses = running.map(found => choice({kind: 'use', found}, `Use the one that runs at ${addressOf(found)}`, usedFor(found)));
	const choices = [
		...uses,
		...[...answering].map(port =>
			choice({kind: 'answering', address: `http://127.0.0.1:${port}`}, `Use what answers at http://127.0.0.1:${port}`, namesAt(port, all)),
		),
		...here.flatMap(found =>
			found.file === null ? [] : [choice({kind: 'set-up', found}, `Set up ${found.translator.title}`, tilde(found.file, home))],
		),
		...(router === null || here.some(({translator, program}) => translator === router && program !== null)
			? []
			: [choice({kind: 'install', translator: router}, router.install, `installs ${router.title}, in this terminal`)]),
		choice({kind: 'folder'}, 'Set up LiteLLM or a claude-code-proxy in a folder', 'you name the folder'),
		choice({kind: 'address'}, 'Another one, whose address I know', 'as it is set up'),
	];
	const asksElsewhere = service !== null || serviceUrl !== null;
	const fits = running.findIndex(found => serviceUrl !== null && asks(found, serviceUrl));
	const setUp = choices.findIndex(({value}) => value.kind === 'set-up' || value.kind === 'install');
	const start =
		fits !== -1 ? fits : asksElsewhere ? setUp : choices.findIndex(({value}) => value.kind === 'use' || value.kind === 'address');
	return {choices, start: Math.max(0, start)};
}

function choice(value: Way, label: string, hint: string): Choice<Way> {
	return {value, label, hint};
}

export function addressOf({translator, reading}: FoundTranslator): string {
	return `http://127.0.0.1:${portOf(translator, reading)}`;
}

function usedFor({translator, reading}: FoundTranslator): string {
	const settings = reading?.state === 'read' ? reading.settings : null;
	const [first] = settings?.upstreams ?? [];
	const service = first?.baseUrl == null ? null : hostOf(first.baseUrl);
	return [translator.title, service === null ? null : `asks ${service}`, settings?.model ?? null].filter(Boolean).join(', ');
}

function namesAt(port: number, all: readonly FoundTranslator[]): string {
	const titles = all.filter(({translator}) => translator.port === port).map(({translator}) => translator.title);
	return titles.length === 1 ? `the port of ${titles[0]}` : 'the port of three that are called claude-code-proxy';
}

function asks({reading}: FoundTranslator, url: string): boolean {
	return reading?.state === 'read' && reading.settings.upstreams.some(({baseUrl}) => baseUrl !== null && hostOf(baseUrl) === hostOf(url));
}
