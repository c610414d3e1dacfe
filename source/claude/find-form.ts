import type {Machine} from '../machine/machine.ts';
import {type ProbeWish, probe} from './probe.ts';
import {type Form, probeForms} from './probe-forms.ts';
import {readProbe} from './probe-reading.ts';

/** Each costs a round trip, and what is far down the list is seldom right. */
const most = 8;

/** The first other form of a base address that takes this credential, asked of the same host alone; null where none does. */
export async function findForm(machine: Pick<Machine, 'network'>, base: string, wish: ProbeWish): Promise<Form | null> {
	for (const form of probeForms(base).slice(0, most)) {
		if (wish.signal?.aborted) return null;
		const url = `${form.base}/v1/messages`;
		const {reply} = await probe(machine, {...wish, url});
		if (reply.state === 'failed') return null;
		if (readProbe(url, reply, {baseUrl: form.base}).state === 'accepted') return form;
	}
	return null;
}
