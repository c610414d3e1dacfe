import {describe, expect, it} from 'vitest';
import {unknownModel} from '../../source/claude/probe.ts';
import {type ProbeAdvice, readProbe} from '../../source/claude/probe-reading.ts';
import type {Reply} from '../../source/machine/machine.ts';

const url = 'https://gw.example/v1/messages';
const says = (status: number, message: string): Reply => ({
	state: 'answered',
	status,
	headers: {'content-type': 'application/json'},
	body: JSON.stringify({error: {message}}),
	ms: 1,
});
const relay: ProbeAdvice = {unknownModel: 'unknown', admits: 'perhaps-claude-code-only'};
const strict: ProbeAdvice = {unknownModel: 'refused', admits: 'anyone'};

describe('what is known beforehand of an endpoint', () => {
	it.each([
		['a bare 403 of a relay that may admit Claude Code alone', says(403, 'no'), relay, 'not-evidence'],
		['the same of any other endpoint', says(403, 'no'), undefined, 'refused'],
		['plain words about the key, also of such a relay', says(401, 'Invalid API key provided'), relay, 'refused'],
		['a wrong path there', says(404, 'nothing here'), relay, 'refused'],
		['no credits there', says(402, 'Insufficient credits'), relay, 'refused'],
		['odd words that name our model, where unknown ones are refused', says(400, `zzz ${unknownModel}`), strict, 'accepted'],
		['odd words that do not', says(400, 'zzz'), strict, 'refused'],
		['a refused key that names the model besides', says(401, `Invalid API key provided (${unknownModel})`), strict, 'refused'],
	] as const)('%s', (_, reply, advice, state) => {
		expect(readProbe(url, reply, advice === undefined ? {} : {advice}).state).toBe(state);
	});
});
