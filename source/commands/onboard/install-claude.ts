import type {Platform} from '../../machine/machine.ts';
import type {Situation} from '../../problems/problem.ts';
import {type Choice, line} from '../conversation.ts';
import {asking, given, type Step} from './step.ts';

type Way = {readonly program: string; readonly args: readonly string[]; readonly shown: string};

/** No claude that runs: the official ways to get one, each shown in full and run only when chosen. */
export const installClaude: Step = {
	name: 'install-claude',
	due: (_, {situation}) => situation().claude.chosen?.condition.state !== 'runs',
	async take(answers, room, canGoBack) {
		for (;;) {
			const choices: Choice<Way | null>[] = [
				...waysFor(room.machine.environment.platform).map(way => ({value: way, label: way.shown, hint: ''})),
				{value: null, label: 'Go on without it', hint: 'the setup is written, and not proved'},
			];
			const answer = await room.conversation.choose({
				...asking(answers, canGoBack),
				title: 'Shall claude be installed?',
				about: [
					line(why(room.situation()), 'warn'),
					line('These are the official ways. The command runs as shown, in this terminal.', 'quiet'),
				],
				choices,
				start: 0,
				size: 'few',
			});
			if (answer.kind !== 'given') return answer;
			const way = answer.value;
			if (way === null) return given(answers);
			const {variables, home} = room.machine.environment;
			const code = await room.conversation.handOver(() =>
				room.machine.programs.handOver(way.program, way.args, {env: variables, cwd: home}),
			);
			const after = await room.lookAgain();
			if (after.claude.chosen?.condition.state === 'runs') {
				room.conversation.tell([line(`claude ${after.claude.chosen.version ?? ''} is installed.`, 'good')]);
				return given(answers);
			}
			room.conversation.tell([
				line(
					code === 0
						? 'It ended well, but no claude that runs was found.'
						: `It ended with ${code === null ? 'no start at all' : `code ${code}`}.`,
					'bad',
				),
			]);
		}
	},
};

function why({claude}: Situation): string {
	const {chosen} = claude;
	if (chosen === null) return 'No claude was found on this computer.';
	return chosen.condition.state === 'runs' ? '' : `The claude at ${chosen.path} does not run: ${chosen.condition.why}.`;
}

function waysFor(platform: Platform): readonly Way[] {
	const npm: Way = {
		program: platform === 'win32' ? 'npm.cmd' : 'npm',
		args: ['install', '-g', '@anthropic-ai/claude-code'],
		shown: 'npm install -g @anthropic-ai/claude-code',
	};
	if (platform === 'win32') {
		const line = 'irm https://claude.ai/install.ps1 | iex';
		return [{program: 'powershell.exe', args: ['-NoProfile', '-Command', line], shown: line}, npm];
	}
	const line = 'curl -fsSL https://claude.ai/install.sh | bash';
	const brew: Way = {program: 'brew', args: ['install', '--cask', 'claude-code'], shown: 'brew install --cask claude-code'};
	return [{program: '/bin/bash', args: ['-c', line], shown: line}, npm, ...(platform === 'darwin' ? [brew] : [])];
}
