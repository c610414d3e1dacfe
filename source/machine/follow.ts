import type {PlatformPath} from 'node:path';

const mostLinks = 40;

/**
 * Where a write to the path ends up: every link resolved step by step, also links that lead nowhere yet, which `realpath` refuses and
 * a rename would replace. Null for a circle.
 */
export function follow(path: string, linkTarget: (path: string) => string | null, rules: PlatformPath): string | null {
	let links = 0;
	const settle = (at: string): string | null => {
		const above = rules.dirname(at);
		if (above === at) return at;
		const folder = settle(above);
		if (folder === null) return null;
		const place = rules.join(folder, rules.basename(at));
		const target = linkTarget(place);
		if (target === null) return place;
		links += 1;
		return links > mostLinks ? null : settle(rules.resolve(folder, target));
	};
	return settle(rules.resolve(path));
}
