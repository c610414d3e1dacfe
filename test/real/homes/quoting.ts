import type {ShellName} from './home.ts';
import type {Random} from './random.ts';

/** A value as somebody would write it in this shell: bare where that is safe, in either kind of quotes. */
export function quoted(value: string, shell: ShellName, random: Random): string {
	if (/[\n\r\t]/.test(value)) return shell === 'fish' ? fishBroken(value) : ansi(value);
	const ways = [single(value, shell)];
	if (!/["$`\\!]/.test(value)) ways.push(`"${value}"`, `"${value}"`);
	if (/^[\w./:@%+{}-]+$/.test(value)) ways.push(value, value);
	return random.pick(ways);
}

function single(value: string, shell: ShellName): string {
	if (shell === 'fish') return `'${value.replace(/[\\']/g, '\\$&')}'`;
	return `'${value.replaceAll("'", `'\\''`)}'`;
}

function ansi(value: string): string {
	return `$'${value.replace(/[\\']/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t')}'`;
}

/** fish has no escapes inside quotes. */
function fishBroken(value: string): string {
	return value
		.split(/([\n\r\t])/)
		.filter(part => part !== '')
		.map(part => ({'\n': '\\n', '\r': '\\r', '\t': '\\t'})[part] ?? single(part, 'fish'))
		.join('');
}
