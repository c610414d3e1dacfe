import {expect, test} from 'vitest';
import {causeLabels} from '../../source/claude/causes.ts';
import {findingsOf, routerKey} from './example.ts';

const machine = {variables: {ANTHROPIC_BASE_URL: 'https://gw.example.com', ANTHROPIC_AUTH_TOKEN: routerKey}};

// A look at this machine shows nothing: what a live prompt fails for is told all the same, whatever it is.
test.each([...causeLabels, 'unknown'] as const)('a live prompt that fails for %s gives a finding', async live => {
	const [first, ...more] = await findingsOf({name: live, ...machine, live});
	expect(first?.id).toBe(live === 'unknown' ? 'live-failed' : live);
	expect(more.map(({id}) => id)).toEqual([]);
	expect(first?.why).not.toBe('');
});

test('without a live prompt nothing is said of it', async () => {
	expect(await findingsOf({name: 'quiet', ...machine})).toEqual([]);
});
