import {afterEach, describe, expect, it} from 'vitest';
import type {Answer, PickItem, PickQuestion} from '../../source/commands/conversation.ts';
import {findingsState, reduceFindings} from '../../source/screens/findings-state.ts';
import {plainFindings} from '../../source/screens/plain-findings.ts';
import {Drawn, down, enter, esc, interrupt, up} from './drawn.tsx';

const item = (key: string, label: string, more: Partial<PickItem> = {}): PickItem => ({
	key,
	label,
	tone: 'bad',
	why: [
		{tone: 'plain', label: 'Found', text: 'ANTHROPIC_API_KEY  sk-…cdef  ~/.bashrc:2'},
		{tone: 'plain', label: 'Why', text: 'Both headers go out, and the endpoint decides.'},
	],
	diff: [
		{tone: 'plain', text: `1. Remove ${key}  ~/.bashrc:2`},
		{tone: 'plain', text: ''},
		{tone: 'strong', text: '--- ~/.bashrc'},
		{tone: 'gone', text: `-export ${key}=sk-…cdef`},
	],
	needs: null,
	follows: false,
	...more,
});

const question: PickQuestion = {
	title: '3 things can be mended here',
	about: [{tone: 'quiet', text: 'Every file is backed up first.', label: null}],
	trail: [],
	canGoBack: false,
	items: [
		item('use', 'Keep the key for 127.0.0.1:9', {tone: 'plain'}),
		item('both', 'Two credentials go out with every request', {needs: 'use'}),
		item('model', 'ANTHROPIC_MODEL would compete', {tone: 'warn'}),
		item('yours', 'Claude Code is not found on this computer', {tone: 'warn', diff: []}),
	],
};

let drawn: Drawn;
afterEach(() => drawn?.end());

function show(options: ConstructorParameters<typeof Drawn>[0] = {}): Promise<Answer<readonly string[]>> {
	drawn = new Drawn(options);
	return drawn.stage.ask(findingsState(question), reduceFindings, state => ({kind: 'findings', state}));
}

describe('the list of what can be mended', () => {
	it('stands over what the chosen one changes at 80 columns', async () => {
		void show();
		expect(await drawn.shows(/Esc leave/)).toMatchInlineSnapshot(`
			"3 things can be mended here
			Every file is backed up first.

			❯ 1 [x] Keep the key for 127.0.0.1:9
			  2 [x] Two credentials go out with every request
			  3 [x] ANTHROPIC_MODEL would compete
			  4  -  Claude Code is not found on this computer

			1. Remove use  ~/.bashrc:2

			--- ~/.bashrc
			-export use=sk-…cdef

			↑↓ move · space off or on · ? why · Enter mend · Esc leave"
		`);
	});

	it('fits 40 columns', async () => {
		void show({columns: 40});
		drawn.press(down);
		const frame = await drawn.shows(/❯ 2/);
		expect(frame).toMatchInlineSnapshot(`
			"3 things can be mended here
			Every file is backed up first.

			  1 [x] Keep the key for 127.0.0.1:9
			❯ 2 [x] Two credentials go out with eve…
			  3 [x] ANTHROPIC_MODEL would compete
			  4  -  Claude Code is not found on thi…

			1. Remove both  ~/.bashrc:2

			--- ~/.bashrc
			-export both=sk-…cdef

			↑↓ move · space off or on · ? why ·
			Enter mend · Esc leave"
		`);
		expect(Math.max(...frame.split('\n').map(line => line.length))).toBeLessThanOrEqual(40);
	});

	it('is ASCII where the terminal has no more', async () => {
		void show({unicode: false});
		expect(await drawn.shows(/> 1/)).toMatch(/^[\x20-\x7E\n]*$/);
	});

	it('is spoken as a list with what is on', async () => {
		void show({spoken: true});
		expect(await drawn.shows(/option/)).toMatch(/option: \(checked\) \(selected\) 1, Keep the key for 127\.0\.0\.1:9, on|1, Keep the key/);
	});

	it('is walked by arrows, j, k and numbers, says why, and switches single ones off', async () => {
		const answer = show();
		await drawn.shows(/❯ 1/);
		drawn.press(down);
		await drawn.shows(/❯ 2/);
		drawn.press('j');
		await drawn.shows(/❯ 3/);
		drawn.press('k');
		drawn.press(up);
		await drawn.shows(/❯ 1/);
		drawn.press('3');
		await drawn.shows(/-export model/);
		drawn.press('?');
		await drawn.shows(/Both headers go out/);
		drawn.press(' ');
		await drawn.shows(/3 \[ \]/);
		drawn.press(enter);
		expect(await answer).toEqual({kind: 'given', value: ['use', 'both']});
	});

	it('switches off with one what would only be right with it', async () => {
		const answer = show();
		await drawn.shows(/❯ 1/);
		drawn.press(' ');
		const frame = await drawn.shows(/1 \[ \]/);
		expect(frame).toMatch(/2 \[ \]/);
		drawn.press('2');
		drawn.press(' ');
		await drawn.shows(/only right together/);
		drawn.press(enter);
		expect(await answer).toEqual({kind: 'given', value: ['model']});
	});

	it('does not mend with nothing switched on', async () => {
		void show();
		await drawn.shows(/❯ 1/);
		drawn.press(' ');
		drawn.press('3');
		drawn.press(' ');
		await drawn.shows(/3 \[ \]/);
		drawn.press(enter);
		await drawn.shows(/Nothing is switched on/);
	});

	it.each([
		['Esc', esc],
		['Ctrl-C', interrupt],
	])('leaves by %s', async (_, key) => {
		const answer = show();
		await drawn.shows(/❯ 1/);
		drawn.press(key);
		expect(await answer).toEqual({kind: 'leave'});
	});
});

describe('the same in plain lines', () => {
	const plain = async (...lines: readonly string[]) => {
		const said: string[] = [];
		const waiting = [...lines];
		const answer = await plainFindings(question, {
			say: text => said.push(text),
			why: ({why}) => said.push(...why.map(({text}) => text)),
			typed: async () => waiting.shift() ?? 'q',
		});
		return {answer, said};
	};

	it('lists, shows, explains, switches and mends by what is typed', async () => {
		const {answer, said} = await plain('3', '?3', '-3', '9', 'm');
		expect(answer).toEqual({kind: 'given', value: ['use', 'both']});
		expect(said.slice(0, 4)).toEqual([
			'1 [x] Keep the key for 127.0.0.1:9',
			'2 [x] Two credentials go out with every request',
			'3 [x] ANTHROPIC_MODEL would compete',
			'4  -  Claude Code is not found on this computer',
		]);
		expect(said).toContain('-export model=sk-…cdef');
		expect(said).toContain('Both headers go out, and the endpoint decides.');
		expect(said).toContain('3 [ ] ANTHROPIC_MODEL would compete');
		expect(said).toContain('There is no number 9.');
	});

	it('leaves by q', async () => {
		expect((await plain('q')).answer).toEqual({kind: 'leave'});
	});
});
