import type {Copy} from '../claude/installed.ts';
import {compareVersions} from '../request/versions.ts';
import type {Problem} from './problem.ts';

/** An older claude comes first, and the newer one is never started: an update seems to do nothing. An editor's own copy is private. */
export const cliShadowed: Problem = {
	id: 'cli-shadowed',
	diagnose({claude: {chosen, others}}) {
		const {version = null} = chosen ?? {};
		if (chosen === null || version === null || chosen.reach === 'private') return [];
		const newer = others
			.filter(other => isNewer(other, version))
			.toSorted((one, two) => compareVersions(two.version ?? '0', one.version ?? '0'));
		const [first] = newer;
		if (first === undefined) return [];
		return [
			{
				id: 'cli-shadowed',
				severity: 'warning',
				title: `claude is ${version}, and a newer ${first.version} is never started`,
				why: `${chosen.path} comes first${first.reach === 'shadowed' ? ' on PATH' : '; the newer one is in no folder of PATH'}. Updates go to the other copy, so errors that they mend stay.`,
				evidence: [],
				fix: {
					summary: `Put ${first.path.replace(/[/\\][^/\\]+$/, '')} before ${chosen.path.replace(/[/\\][^/\\]+$/, '')} on PATH, or remove ${chosen.path}.`,
					edits: [],
					command: remove(chosen),
				},
			},
		];
	},
};

function isNewer({version, reach, condition}: Copy, than: string): boolean {
	return (
		version !== null && condition.state !== 'broken' && (reach === 'shadowed' || reach === 'off-path') && compareVersions(version, than) > 0
	);
}

/** Only where it is certain what put the copy there. */
function remove({install}: Copy): string | null {
	return install === 'npm-global' ? 'npm uninstall -g @anthropic-ai/claude-code' : null;
}
