import type {Files} from '../machine/machine.ts';
import type {Oddity} from './installed.ts';

/** The program itself is some hundred megabytes (2.1) or eleven (2.0), so whatever is small enough to read is a script around it. */
const largest = 65_536;

/** What a script named `claude` may change before the program starts; doctor's answer does not contain it. */
export function scriptOddities(files: Files, path: string, real: string): readonly Oddity[] {
	if (/[/\\]shims[/\\]|volta-shim|[/\\]\.volta[/\\]bin[/\\]/.test(`${path}\n${real}`)) return [{kind: 'shim'}];
	const reading = files.read(real, largest);
	if (reading.state !== 'bytes') return [];
	const text = new TextDecoder('latin1').decode(reading.bytes);
	if (!/^#!|\.(?:cmd|bat|ps1)$/i.test(text.startsWith('#!') ? '#!' : real)) return [];
	// npm's own launchers, on Windows and by pnpm, change nothing.
	if (/node_modules[/\\]@anthropic-ai[/\\]claude-code/.test(`${text}\n${real}`) && !/\bANTHROPIC_/.test(text)) return [];
	const sets = [...new Set(text.match(/\b(?:ANTHROPIC|CLAUDE_CODE)_[A-Z0-9_]+\b|\bCLAUDE_CONFIG_DIR\b/g) ?? [])].sort();
	return [{kind: 'script', sets}];
}
