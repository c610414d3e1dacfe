import type {EnvLine} from '../shells/env-files/env-line.ts';

/** A macOS LaunchAgent that repeats `launchctl setenv N v` at every login. Read as text; binary property lists say nothing here. */
export function readLaunchAgent(text: string): readonly EnvLine[] {
	if (!text.includes('setenv')) return [];
	const strings = [...text.matchAll(/<string>([\s\S]*?)<\/string>/g)].map(({index, 0: whole, 1: inner = ''}) => ({
		text: plain(inner),
		start: index,
		end: index + whole.length,
	}));
	return strings.flatMap(({text: said, start, end}, index): readonly EnvLine[] => {
		const spot = {line: text.slice(0, start).split('\n').length, column: start - text.lastIndexOf('\n', start - 1)};
		if (said === 'setenv') {
			const [name, value] = [strings[index + 1], strings[index + 2]];
			return name && value ? [{variable: name.text, value: value.text, ...spot, start, end: value.end}] : [];
		}
		// All in one: sh -c "launchctl setenv A 1; launchctl setenv B 2".
		return [...said.matchAll(/launchctl\s+setenv\s+(\w+)\s+("[^"]*"|'[^']*'|[^\s;&|]+)/g)].map(([, variable = '', written = '']) => {
			const value = /[$`]/.test(written) ? null : written.replace(/^(["'])([\s\S]*)\1$/, '$2');
			return {variable, value, ...spot, start, end};
		});
	});
}

function plain(text: string): string {
	return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&');
}
