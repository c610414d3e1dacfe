import type {Trial} from '../../claude/trial.ts';
import type {Machine} from '../../machine/machine.ts';
import {isLoopback} from '../../setups/secret-rules.ts';
import {lookTranslators, portOf} from './look-translators.ts';
import {translatorItem} from './translator-item.ts';

/** What has to be done at the translator that claude asked, where the failure is its own or that of the service behind it. */
export async function chainFix({ok, cause}: Pick<Trial, 'ok' | 'cause'>, url: string | null, machine: Machine): Promise<readonly string[]> {
	if (ok || url === null || !URL.canParse(url) || !isLoopback(new URL(url))) return [];
	const port = Number(new URL(url).port);
	const found = (await lookTranslators(machine)).find(one => one.reading !== null && portOf(one.translator, one.reading) === port);
	if (found === undefined) return [];
	const {title, id, findings, services} = translatorItem(found, machine.environment);
	const told = findings.filter(({severity}) => severity === 'error').map(finding => `${title}: ${finding.title}. ${finding.fix}`);
	const service = services[0]?.address ?? 'URL';
	const set = `wizard translator set ${id} --upstream ${service} --upstream-model NAME --secret-stdin`;
	switch (cause) {
		case 'gateway-upstream-key':
		case 'key-invalid':
		case 'wrong-product-key':
			return [...told, `The key that ${title} has is refused by its service. Give it another one: ${set}`];
		case 'credits-exhausted':
			return [...told, `The account behind ${title} has nothing left: top it up, or give it another key: ${set}`];
		case 'model-name-unknown':
		case 'model-unavailable':
			return [...told, `The service behind ${title} does not know that model. Name another one: ${set}`];
		default:
			return told;
	}
}
