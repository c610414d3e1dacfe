import type {Copy} from '../claude/installed.ts';
import type {Problem} from './problem.ts';

/** The claude that this shell would start is there and does not start, or does not answer. */
export const cliBroken: Problem = {
	id: 'cli-broken',
	diagnose({claude: {chosen, others}}) {
		// One that PATH does not lead to is told by cli-missing.
		if (chosen === null || chosen.reach === 'off-path' || chosen.reach === 'private') return [];
		const {path, condition} = chosen;
		if (condition.state !== 'broken' && condition.state !== 'silent') return [];
		const slow = condition.state === 'silent';
		const good = others.find(({condition}) => condition.state !== 'broken');
		return [
			{
				id: 'cli-broken',
				severity: slow ? 'warning' : 'error',
				title: slow ? 'claude does not answer' : 'The claude that this shell finds does not start',
				why: `${path}: ${condition.why}.${good === undefined ? '' : ` There is another copy, ${good.path}.`}`,
				evidence: [],
				fix: {
					summary: slow ? 'Run it by hand to see what it waits for.' : 'Install it again.',
					edits: [],
					command: slow ? 'claude --version' : reinstall(chosen),
				},
			},
		];
	},
};

function reinstall({install}: Copy): string {
	return install === 'native' ? 'curl -fsSL https://claude.ai/install.sh | bash' : 'npm install -g @anthropic-ai/claude-code';
}
