/** @typedef {import('./screen.mjs').Cell} Cell */
/** @typedef {{x: number, columns: number, text: string, look: string}} Run */

const turned = 'turned';
const size = {column: 8.4, row: 18, text: 14, edge: 16};

/**
 * The colours of the terminal's palette that our screens and reports use, as they are read on a light and on a dark ground.
 * @type {Readonly<Record<string, {name: string, light: string, dark: string}>>}
 */
const colours = {
	1: {name: 'red', light: '#b3261e', dark: '#ff7b72'},
	2: {name: 'green', light: '#1a7f37', dark: '#56d364'},
	3: {name: 'yellow', light: '#8a5a00', dark: '#e3b341'},
	4: {name: 'blue', light: '#0a58ca', dark: '#79b8ff'},
	6: {name: 'cyan', light: '#0b6e75', dark: '#56d4dd'},
	8: {name: 'grey', light: '#5c636b', dark: '#9aa4ae'},
};

const style = [
	`text{font:${size.text}px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace}`,
	'.bold{font-weight:700}',
	sheet('dark', '#0f1419', '#d9dee3', '#9aa4ae', '#30363d'),
	`@media (prefers-color-scheme:light){${sheet('light', '#ffffff', '#1f2328', '#5c636b', '#d0d7de')}}`,
].join('');

/**
 * A frame of a terminal as a picture: what stands in a row in one look is one text, held to its columns whatever font there is.
 * @param {readonly (readonly Cell[])[]} frame @param {string} title
 */
export function toSvg(frame, title) {
	const columns = Math.max(...frame.map(row => row.reduce((sum, cell) => sum + cell.columns, 0)));
	const width = round(columns * size.column + 2 * size.edge);
	const height = round(frame.length * size.row + 2 * size.edge);
	const lines = frame.flatMap((row, index) => runsOf(row).map(run => draw(run, index)));
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" xml:space="preserve">`,
		`<title>${entities(title)}</title>`,
		`<style>${style}</style>`,
		`<rect class="ground" x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="8"/>`,
		...lines,
		'</svg>',
		'',
	].join('\n');
}

/** @param {readonly Cell[]} row @returns {readonly Run[]} */
function runsOf(row) {
	/** @type {Run[]} */
	const runs = [];
	let x = 0;
	for (const cell of row) {
		const look = lookOf(cell);
		const last = runs.at(-1);
		if (last?.look === look) {
			last.text += cell.text;
			last.columns += cell.columns;
		} else runs.push({x, columns: cell.columns, text: cell.text, look});
		x += cell.columns;
	}
	return runs.map(run => trimmed(run)).filter(({columns}) => columns > 0);
}

/**
 * Blanks at both ends only take room: of what we draw only the cursor, which is turned round, shows without a letter.
 * @param {Run} run
 */
function trimmed(run) {
	if (run.look.startsWith(turned)) return run;
	const start = run.text.length - run.text.trimStart().length;
	const end = run.text.length - run.text.trimEnd().length;
	return {...run, text: run.text.trim(), x: run.x + start, columns: run.columns - start - end};
}

/** The classes of a cell. @param {Cell} cell */
function lookOf({text, fore, back, bold, dim, inverse}) {
	const colour = fore === null ? undefined : colours[fore];
	if (back !== null || (fore !== null && colour === undefined)) throw new Error(`The pictures do not know the colour of “${text}” yet.`);
	return [inverse ? turned : null, colour?.name, bold ? 'bold' : null, dim ? 'dim' : null]
		.filter(word => typeof word === 'string')
		.join(' ');
}

/** @param {Run} run @param {number} row */
function draw({x, columns, text, look}, row) {
	const left = round(size.edge + x * size.column);
	const top = round(size.edge + row * size.row);
	const width = round(columns * size.column);
	const ground = look.startsWith(turned) ? `<rect class="block" x="${left}" y="${top}" width="${width}" height="${size.row}"/>` : '';
	if (text.trim() === '') return ground;
	const held = `textLength="${width}" lengthAdjust="spacingAndGlyphs"`;
	return `${ground}<text x="${left}" y="${top + size.text}" ${held}${look === '' ? '' : ` class="${look}"`}>${entities(text)}</text>`;
}

/** @param {'light' | 'dark'} ground @param {string} back @param {string} fore @param {string} dim @param {string} edge */
function sheet(ground, back, fore, dim, edge) {
	const named = Object.values(colours).map(colour => `.${colour.name}{fill:${colour[ground]}}`);
	return [`.ground{fill:${back};stroke:${edge}}text,.block{fill:${fore}}.dim{fill:${dim}}`, ...named, `.${turned}{fill:${back}}`].join('');
}

/** @param {string} text */
function entities(text) {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** @param {number} number */
function round(number) {
	return Math.round(number * 10) / 10;
}
