import type {Files} from '../machine/machine.ts';

/** The version a copy has by its name or by the package.json beside it, without starting it. */
export function staticVersion(
	files: Files,
	path: string,
	real: string,
): {readonly version: string; readonly from: 'package' | 'file-name'} | null {
	const root = packageRoot(real) ?? packageBesideShim(path);
	const stated = root === null ? null : packageVersion(files, root);
	if (stated !== null) return {version: stated, from: 'package'};
	const named =
		/[/\\](?:versions|claude-code(?:@latest)?)[/\\](\d+\.\d+\.\d+)(?=[/\\]|$)/.exec(real) ??
		/anthropic\.claude-code-(\d+\.\d+\.\d+)/.exec(real);
	return named?.[1] === undefined ? null : {version: named[1], from: 'file-name'};
}

/** Also the package of one platform, `@anthropic-ai/claude-code-linux-x64`, which carries the same version. */
function packageRoot(real: string): string | null {
	return /^.*[/\\]node_modules[/\\]@anthropic-ai[/\\]claude-code[^/\\]*(?=[/\\])/.exec(real)?.[0] ?? null;
}

/** npm on Windows writes claude.cmd beside the node_modules it leads to. */
function packageBesideShim(path: string): string | null {
	const folder = /^(.*)\\claude\.(?:cmd|ps1)$/i.exec(path)?.[1];
	return folder === undefined ? null : `${folder}\\node_modules\\@anthropic-ai\\claude-code`;
}

function packageVersion(files: Files, root: string): string | null {
	const reading = files.read(`${root}${root.includes('\\') ? '\\' : '/'}package.json`, 65_536);
	if (reading.state !== 'bytes') return null;
	const text = new TextDecoder().decode(reading.bytes);
	return /"version"\s*:\s*"(\d+\.\d+\.\d+[^"\s]{0,40})"/.exec(text)?.[1] ?? null;
}
