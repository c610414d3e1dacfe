import type {TranslatorSettings} from '../../../providers/translators/translator.ts';
import type {Answers} from '../answers.ts';

type Standing = TranslatorSettings['upstreams'][number];

/** What the settings of the translator say of the service now: at the address in question, or, where none is yet, of the one in use. */
export function standsBehind({translator, serviceUrl, behind}: Pick<Answers, 'translator' | 'serviceUrl' | 'behind'>): Standing | null {
	const reading = translator?.found.reading;
	if (reading?.state !== 'read') return null;
	const {upstreams, model} = reading.settings;
	const baseUrl = serviceUrl ?? behind.baseUrl;
	if (baseUrl !== null) return upstreams.find(one => one.baseUrl !== null && plain(one.baseUrl) === plain(baseUrl)) ?? null;
	return upstreams.find(({models}) => model !== null && models.includes(model)) ?? upstreams[0] ?? null;
}

function plain(address: string): string {
	return address.replace(/\/+$/, '');
}
