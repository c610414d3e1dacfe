import {providerAt} from '../../../providers/index.ts';
import type {Upstream} from '../../../providers/translators/translator.ts';
import {serviceName} from '../../translator/service-name.ts';
import type {Answers} from '../answers.ts';

/** What the translator is to ask; null where its settings stay as they are, or not all is known yet. */
export function upstreamOf({translator, service, serviceUrl, behind}: Answers): Upstream | null {
	const baseUrl = serviceUrl ?? behind.baseUrl;
	const {key, model, small} = behind;
	if (translator?.settings !== 'change' || baseUrl === null || key === null || model === null) return null;
	const id = service?.id ?? providerAt(baseUrl)?.id ?? null;
	return {name: serviceName(new URL(baseUrl), id), baseUrl, key, model, small};
}
