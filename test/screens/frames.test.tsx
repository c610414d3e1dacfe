import {afterEach, describe, expect, it} from 'vitest';
import {confirmState, reduceConfirm} from '../../source/screens/confirm-state.ts';
import {reduceReview, reviewState} from '../../source/screens/review-state.ts';
import {reduceSecret, secretState} from '../../source/screens/secret-state.ts';
import {reduceSelect, selectState} from '../../source/screens/select-state.ts';
import {reduceText, textState} from '../../source/screens/text-state.ts';
import {Drawn, down, enter, esc, interrupt, pasted, up} from './drawn.tsx';
import * as questions from './questions.ts';

let drawn: Drawn;
const draw = (options: ConstructorParameters<typeof Drawn>[0] = {}) => {
	drawn = new Drawn(options);
	return drawn;
};
afterEach(() => drawn.end());

const choose = (on: Drawn) => on.stage.ask(selectState(questions.choose), reduceSelect, state => ({kind: 'select', state}));
const secret = (on: Drawn) => on.stage.ask(secretState(questions.secret), reduceSecret, state => ({kind: 'secret', state}));
const address = (on: Drawn) => on.stage.ask(textState(questions.address), reduceText, state => ({kind: 'text', state}));
const confirm = (on: Drawn) => on.stage.ask(confirmState(questions.confirm), reduceConfirm, state => ({kind: 'confirm', state}));
const review = (on: Drawn) => on.stage.ask(reviewState(questions.review), reduceReview, state => ({kind: 'review', state}));

describe('a list', () => {
	it('stands with its hints beside it at 80 columns', async () => {
		const screen = draw();
		void choose(screen);
		expect(await screen.shows(/Enter choose/)).toMatchInlineSnapshot(`
			"Router or gateway key
			Which credential do you hold?
			What one needs to know.

			❯ 1  Console key  begins with sk-ant-api
			  2  Kimi         a router whose hint is so long that it does not fit beside it…
			  3  Another one

			↑↓ move · 1-3 pick · / find · Enter choose · Esc back · Ctrl-C leave"
		`);
	});
	it('leaves Ctrl-Z to the shell', async () => {
		const screen = draw();
		void choose(screen);
		await screen.shows(/Enter choose/);
		screen.press('\x1A');
		screen.press(down);
		await screen.shows(/❯ 2/);
		expect(screen.stops).toBe(1);
	});
	it('shows all of the hint of the chosen one', async () => {
		const screen = draw();
		void choose(screen);
		await screen.shows(/Enter choose/);
		screen.press(down);
		expect(await screen.shows(/❯ 2/)).toContain(
			'❯ 2  Kimi         a router whose hint is so long that it does not fit beside its\n                  label in eighty columns',
		);
	});
	it('shows the hint of the chosen one below it at 40', async () => {
		const screen = draw({columns: 40});
		void choose(screen);
		await screen.shows(/Enter choose/);
		screen.press(down);
		expect(await screen.shows(/❯ 2/)).toMatchInlineSnapshot(`
			"Router or gateway key
			Which credential do you hold?
			What one needs to know.

			  1  Console key
			❯ 2  Kimi
			     a router whose hint is so long that
			     it does not fit beside its label
			     in eighty columns
			  3  Another one

			↑↓ move · 1-3 pick · / find ·
			Enter choose · Esc back · Ctrl-C leave"
		`);
	});
	it('is ASCII where the terminal has no more', async () => {
		const screen = draw({unicode: false});
		void choose(screen);
		expect(await screen.shows(/> 1/)).toMatch(/^[\x20-\x7E\n]*$/);
	});
	it('is spoken as a list with its options', async () => {
		const screen = draw({spoken: true});
		void choose(screen);
		expect(await screen.shows(/option/)).toMatchInlineSnapshot(`
			"Router or gateway key
			Which credential do you hold?
			What one needs to know.
			listbox: option: (selected) 1, Console key, begins with sk-ant-api
			option: 2, Kimi, a router whose hint is so long that it does not fit beside its label in eighty columns
			option: 3, Another one
			↑↓ move · 1-3 pick · / find · Enter choose · Esc back · Ctrl-C leave"
		`);
	});
	it('answers to arrows, letters and numbers, and finds by what is typed', async () => {
		const screen = draw();
		const byArrows = choose(screen);
		await screen.shows(/❯ 1/);
		for (const key of [up, 'k', 'j']) screen.press(key);
		await screen.shows(/❯ 3/);
		screen.press(enter);
		expect(await byArrows).toEqual({kind: 'given', value: 'other'});
		const byNumber = choose(screen);
		screen.press('2');
		expect(await byNumber).toEqual({kind: 'given', value: 'kimi'});
		const byName = choose(screen);
		for (const letter of '/kimi') screen.press(letter);
		await screen.shows(/Find: kimi/);
		screen.press(enter);
		expect(await byName).toEqual({kind: 'given', value: 'kimi'});
		const back = choose(screen);
		screen.press(esc);
		expect(await back).toEqual({kind: 'back'});
		const left = choose(screen);
		screen.press(interrupt);
		expect(await left).toEqual({kind: 'leave'});
	});
	it('never shows what is pasted', async () => {
		const screen = draw();
		void choose(screen);
		await screen.shows(/❯ 1/);
		screen.press(pasted('sk-or-v1-feedfeedfeedfeed'));
		await screen.shows(/Nothing is pasted here/);
		screen.press('sk-or-v1-feedfeedfeedfeed');
		await screen.shows(/Nothing is pasted here/);
		expect(screen.frames.join('')).not.toContain('feed');
	});
});

describe('a secret', () => {
	const key = `sk-or-v1-${'feed'.repeat(16)}`;
	it('is one mask of one length, and what was mended is said', async () => {
		const screen = draw();
		const answer = secret(screen);
		await screen.shows(/nothing is shown here/);
		screen.press(pasted(`"${key}"\n`));
		expect(await screen.shows(/Taken off/)).toMatchInlineSnapshot(`
			"Router or gateway key
			Paste the key
			What one needs to know.

			❯ ••••••••••••
			✓ Taken off: quotes around it. This is an OpenRouter key.

			paste or type · Enter go on · Ctrl-U clear · Esc back · Ctrl-C leave"
		`);
		screen.press(enter);
		const given = await answer;
		expect(given.kind === 'given' && given.value.reveal()).toBe(key);
		expect(screen.frames.join('')).not.toContain('feed');
	});
	it('is asked for again where it cannot be one, at 40 columns', async () => {
		const screen = draw({columns: 40});
		void secret(screen);
		await screen.shows(/nothing is shown here/);
		screen.press(pasted('https://openrouter.ai/api'));
		screen.press(enter);
		await screen.shows(/nothing is shown here/);
		expect(await screen.shows(/That is an address/)).toMatchInlineSnapshot(`
			"Router or gateway key
			Paste the key
			What one needs to know.

			❯ nothing is shown here
			✗ That is an address. Here the
			  credential is asked for; the address
			  has a screen of its own.

			paste or type · Enter go on · Esc back ·
			Ctrl-C leave"
		`);
	});
	it('is taken at the second Enter where it is doubted', async () => {
		const screen = draw();
		const answer = secret(screen);
		await screen.shows(/nothing is shown here/);
		screen.press(pasted('sk-or-v1-feedfeedfeedfeedfeed'));
		await screen.shows(/cut off/);
		screen.press(enter);
		await screen.shows(/Enter\s+again/);
		screen.press(enter);
		expect((await answer).kind).toBe('given');
	});
});

describe('a line that is checked', () => {
	it('says what is wrong while it is typed, and Tab takes what was meant', async () => {
		const screen = draw();
		const answer = address(screen);
		await screen.shows(/https:\/\/gateway.example/);
		screen.press('gw.example/v1/messages');
		expect(await screen.shows(/Tab takes/)).toMatchInlineSnapshot(`
			"Router or gateway key
			At which address does it answer?
			What one needs to know.

			❯ gw.example/v1/messages
			! The beginning is missing: http:// or https://.
			Tab takes https://gw.example/v1/messages

			Tab take · Enter go on · Ctrl-U clear · Esc back · Ctrl-C leave"
		`);
		screen.press('\t');
		await screen.shows(/https:\/\/gw\.example\/v1\/messages/);
		screen.press('\t');
		await screen.shows(/❯ https:\/\/gw\.example\s/);
		screen.press(enter);
		expect(await answer).toEqual({kind: 'given', value: 'https://gw.example'});
	});
	it('fits 40 columns', async () => {
		const screen = draw({columns: 40});
		void address(screen);
		await screen.shows(/gateway.example/);
		screen.press('https://gw.example/v1');
		expect(await screen.shows(/Tab takes/)).toMatchInlineSnapshot(`
			"Router or gateway key
			At which address does it answer?
			What one needs to know.

			❯ https://gw.example/v1
			! claude adds /v1/messages itself: with
			  this it asks /v1/v1/messages. A few
			  endpoints want that, most do not.
			Tab takes https://gw.example

			Tab take · Enter go on · Ctrl-U clear ·
			Esc back · Ctrl-C leave"
		`);
	});
	it.each([
		['pasted', pasted('sk-ant-api03-Sentinel000000000000000000000000')],
		['sent in one burst', 'sk-or-v1-5e471e10000000000000000000000000000000000000000000000000000000aa'],
	])('never shows a secret that was %s', async (_, keys) => {
		const screen = draw();
		void address(screen);
		await screen.shows(/https:\/\/gateway.example/);
		screen.press(keys);
		const shown = await screen.shows(/not taken/);
		expect(shown).not.toMatch(/sk-|entinel|5e471e1/);
		screen.press('https://gw.example');
		expect(await screen.shows(/❯ https:\/\/gw\.example/)).not.toContain('not taken');
	});
});

describe('yes or no', () => {
	it('shows both, and takes either by its letter', async () => {
		const screen = draw();
		const answer = confirm(screen);
		expect(await screen.shows(/y yes/)).toMatchInlineSnapshot(`
			"Router or gateway key
			Send it?
			What one needs to know.

			❯ Yes, send it
			  No

			y yes · n no · Enter choose · Esc back · Ctrl-C leave"
		`);
		screen.press('n');
		expect(await answer).toEqual({kind: 'given', value: false});
	});
});

describe('a plan', () => {
	it('scrolls, and keeps its keys in sight', async () => {
		const screen = draw();
		const answer = review(screen);
		expect(await screen.shows(/more lines/)).toMatchInlineSnapshot(`
			"Router or gateway key
			This will change one file
			What one needs to know.

			+ line 1
			- line 2
			+ line 3
			- line 4
			+ line 5
			- line 6
			+ line 7
			- line 8
			+ line 9
			- line 10
			+ line 11
			- line 12
			+ line 13
			… 27 more lines

			❯ a  apply it
			  q  leave

			↑↓ space scroll · Tab next · Enter choose · Esc back · Ctrl-C leave"
		`);
		screen.press(' ');
		await screen.shows(/line 20\n/);
		screen.press('\x1b[F');
		await screen.shows(/line 40/);
		screen.press('a');
		expect(await answer).toEqual({kind: 'given', value: 'apply'});
	});
	it.each([40, 80])('is no higher than the window at %i columns', async columns => {
		const screen = draw({columns});
		void review(screen);
		expect((await screen.shows(/more lines/)).split('\n').length).toBeLessThan(24);
	});
});

describe('work that goes on', () => {
	it('says what is done, and stops at Ctrl-C', async () => {
		const screen = draw();
		const work = screen.stage.watch(
			'Writing 2 files',
			(signal, say) => {
				say('~/.bashrc');
				return new Promise(resolve => signal.addEventListener('abort', () => resolve('stopped')));
			},
			() => {},
		);
		expect((await screen.shows(/bashrc/)).slice(2)).toMatchInlineSnapshot(`
			"Writing 2 files
			  ~/.bashrc

			Ctrl-C stop"
		`);
		screen.press(interrupt);
		expect(await work).toBe('stopped');
	});
});
