import {expect, test} from 'vitest';
import {carryJson} from '../../source/plan/carry-json.ts';

const entries = [{kind: 'item', path: ['rejected']}] as const;
const text = (rejected: readonly string[], more: object = {}) => JSON.stringify({...more, rejected});

test('an item that comes back stands where it stood, in a file that others have written since', () => {
	const back = carryJson(text(['b']), text(['a', 'b']), text(['b'], {starts: 7}), entries);
	expect(back).toEqual({state: 'moved', text: text(['a', 'b'], {starts: 7})});
});

test('at the end, where another item has joined the list', () => {
	const back = carryJson(text(['b']), text(['a', 'b']), text(['b', 'new']), entries);
	expect(back).toMatchObject({state: 'moved'});
	expect(JSON.parse(back.state === 'moved' ? back.text : '')).toEqual({rejected: ['b', 'new', 'a']});
});
