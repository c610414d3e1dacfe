import type {KeyFound, TranslatorSettings} from '../../providers/translators/translator.ts';
import type {FoundTranslator} from './look-translators.ts';

/** Something about a translator that ends in a 401 or in no answer at all; its key is the service's, and never claude's. */
export type TranslatorFinding = {
	readonly severity: 'error' | 'warning';
	readonly title: string;
	readonly why: string;
	readonly line: number | null;
	/** What to do; commands among it. */
	readonly fix: string;
};

/** Everything that can be seen without asking anybody. `shell` is the environment in which wizard runs: the translator may get the same. */
export function translatorFindings(found: FoundTranslator, shell: Readonly<Record<string, string>>): readonly TranslatorFinding[] {
	const {translator, reading, running} = found;
	if (reading === null) return [];
	if (reading.state === 'broken')
		return [
			{
				severity: 'error',
				title: 'Its settings cannot be read',
				why: `${reading.why}.`,
				line: reading.line,
				fix: 'Mend the file, then restart it.',
			},
		];
	const {settings} = reading;
	const restart = `wizard translator restart ${translator.id}`;
	return [
		...settings.slips.map(
			({line, message}): TranslatorFinding => ({
				severity: 'error',
				title: 'A setting that it stumbles over',
				why: `${message}.`,
				line,
				fix: `Mend it, then: ${restart}`,
			}),
		),
		...usedUpstreams(settings).flatMap(upstream => keyFindings(upstream.key, found, shell, restart)),
		...outranked(found, settings, shell, restart),
		...(running.state === 'yes' && running.stale
			? [
					{
						severity: 'warning' as const,
						title: 'Its settings were changed since it started',
						why: 'It reads them at its start alone, so it still follows the old ones.',
						line: null,
						fix: restart,
					},
				]
			: []),
		...(running.state === 'no'
			? [
					{
						severity: 'error' as const,
						title: 'It is not running',
						why: 'Nothing answers at its port, and claude says "Connection refused".',
						line: null,
						fix: `wizard translator start ${translator.id}`,
					},
				]
			: []),
		...(found.openToOthers
			? [
					{
						severity: 'warning' as const,
						title: 'Other users of this computer can read its settings',
						why: "The service's key stands in them.",
						line: null,
						fix: `chmod 600 ${found.file ?? ''}`,
					},
				]
			: []),
	];
}

/** Only what its routes lead to: a key of another provider may well be empty. */
function usedUpstreams({upstreams, model}: TranslatorSettings): TranslatorSettings['upstreams'] {
	const used = upstreams.filter(({models}) => model !== null && models.includes(model));
	return used.length > 0 ? used : upstreams.slice(0, 1);
}

function keyFindings(
	key: KeyFound,
	found: FoundTranslator,
	shell: Readonly<Record<string, string>>,
	restart: string,
): readonly TranslatorFinding[] {
	const error = (title: string, why: string, fix: string): readonly TranslatorFinding[] => [
		{severity: 'error', title, why, line: key.line, fix},
	];
	const set = `wizard translator set ${found.translator.id} --upstream URL --secret-stdin`;
	switch (key.state) {
		case 'text':
			return [];
		case 'empty':
		case 'absent':
		case 'placeholder': {
			const exported = found.translator.outranked.find(name => name.endsWith('API_KEY') && name !== 'ANTHROPIC_API_KEY');
			if (exported !== undefined && (shell[exported] ?? '').trim() !== '') return [];
			const state = key.state === 'placeholder' ? 'a sample and no key' : key.state;
			return error(
				"The service's key is missing in its settings",
				`It is ${state}: such a proxy does not start, or passes on what claude sends ("passthrough mode"), and the service answers 401.`,
				set,
			);
		}
		case 'variable':
			return variableFindings(key, found, shell, restart);
	}
}

function variableFindings(
	{name, line}: Extract<KeyFound, {state: 'variable'}>,
	{running}: FoundTranslator,
	shell: Readonly<Record<string, string>>,
	restart: string,
): readonly TranslatorFinding[] {
	const here = (shell[name] ?? '').trim();
	const there = running.state === 'yes' && running.environment !== null ? (running.environment[name] ?? '').trim() : null;
	const error = (title: string, why: string, fix: string): readonly TranslatorFinding[] => [{severity: 'error', title, why, line, fix}];
	if (there === null)
		return here === ''
			? error(
					`${name} is not set here`,
					'Its settings take the key from that variable when it starts.',
					`Export ${name} in this shell, then: ${restart}`,
				)
			: [];
	if (there === '')
		return error(
			`It was started without ${name}`,
			'Its settings take the key from that variable, and it had none.',
			`Export ${name} in this shell, then: ${restart}`,
		);
	if (here === '' || here === there) return [];
	return error(
		`It was started with another ${name} than this shell has`,
		'It took the variable at its start and keeps that, so the key from then is what the service sees.',
		`If the one of this shell is right: ${restart}`,
	);
}

/** An exported variable wins over the file, so that a mended file changes nothing. */
function outranked(
	{translator, file, running}: FoundTranslator,
	settings: TranslatorSettings,
	shell: Readonly<Record<string, string>>,
	restart: string,
): readonly TranslatorFinding[] {
	const started = running.state === 'yes' && running.environment !== null ? running.environment : shell;
	return settings.upstreams.flatMap(({name, key}): readonly TranslatorFinding[] => {
		if (!translator.outranked.includes(name) || !Object.hasOwn(started, name)) return [];
		const exported = (started[name] ?? '').trim();
		if (key.state === 'text' && key.secret.reveal() === exported) return [];
		return [
			{
				severity: key.state === 'text' ? 'error' : 'warning',
				title: `An exported ${name} outranks its settings`,
				why:
					exported === ''
						? 'It is empty, and so the proxy has no key.'
						: `${file === null ? 'The file' : 'Its file'} holds another one, and the exported one is what the service sees.`,
				line: key.line,
				fix: `unset ${name}, take it out of your startup files if it is old, then: ${restart}`,
			},
		];
	});
}
