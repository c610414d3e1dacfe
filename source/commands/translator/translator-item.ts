import type {Environment} from '../../machine/machine.ts';
import {printable, showValue} from '../../places/show.ts';
import type {KeyFound, Tried} from '../../providers/translators/translator.ts';
import {tilde} from '../tilde.ts';
import {type FoundTranslator, portOf} from './look-translators.ts';
import {type TranslatorFinding, translatorFindings} from './translator-findings.ts';

/** One translator as it is told: no secret, only what kind of key was found. */
export type TranslatorItem = {
	readonly id: string;
	readonly title: string;
	readonly installed: boolean;
	readonly running: boolean;
	readonly address: string;
	readonly file: string | null;
	readonly services: readonly {
		readonly name: string;
		readonly address: string | null;
		readonly key: string;
		readonly line: number | null;
	}[];
	readonly model: string | null;
	readonly asksClients: string | null;
	readonly tried: Tried;
	readonly findings: readonly TranslatorFinding[];
};

export function translatorItem(found: FoundTranslator, {home, variables}: Pick<Environment, 'home' | 'variables'>): TranslatorItem {
	const {translator, program, file, reading, running} = found;
	const settings = reading?.state === 'read' ? reading.settings : null;
	return {
		id: translator.id,
		title: translator.title,
		installed: program !== null || (translator.program === null && reading !== null),
		running: running.state === 'yes',
		address: `http://127.0.0.1:${portOf(translator, reading)}`,
		file: file === null || reading === null ? null : tilde(file, home),
		services: (settings?.upstreams ?? []).map(({name, baseUrl, key}) => ({
			name: printable(name),
			address: baseUrl === null ? null : showValue('OPENAI_BASE_URL', baseUrl),
			key: keyInWords(key),
			line: key.line,
		})),
		model: settings?.model == null ? null : printable(settings.model),
		asksClients: settings?.gate?.variable ?? null,
		tried: translator.tried,
		findings: translatorFindings(found, variables).map(finding => ({...finding, fix: tilde(finding.fix, home)})),
	};
}

function keyInWords(key: KeyFound): string {
	switch (key.state) {
		case 'text':
			return key.secret.toString();
		case 'variable':
			return `from ${key.name}`;
		case 'placeholder':
			return 'a sample and no key';
		case 'empty':
		case 'absent':
			return key.state;
	}
}
