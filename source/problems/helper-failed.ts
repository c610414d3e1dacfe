import type {HelperProgram} from '../claude/helper-program.ts';
import type {Fact, HelperOutput} from '../places/fact.ts';
import {showValue} from '../places/show.ts';
import {textOf} from './credential-source.ts';
import type {Finding} from './finding.ts';
import type {Problem, Situation} from './problem.ts';
import {removals} from './removal.ts';

/** The apiKeyHelper in force cannot give a key: known without running it, or from its output once it was run on consent. */
export const helperFailed: Problem = {
	id: 'helper-failed',
	diagnose(situation) {
		return inForce(situation).flatMap(fact => {
			const output = situation.facts.find(other => other.kind === 'helper-output' && other.command === textOf(fact));
			if (output?.kind === 'helper-output') return output.output.state === 'failed' ? [say(fact, ran(output.output))] : [];
			const program = situation.helpers.get(fact);
			const why = program === undefined ? null : seen(program);
			return why === null ? [] : [say(fact, why)];
		});
	},
};

/** The helper that wins in either mode, whether its value goes out or it stops the request. */
function inForce({headless, interactive}: Situation): readonly Fact[] {
	const winners = [headless, interactive].flatMap(({request, judged}) => {
		const stopped = !request.sends && request.because === 'helper-output';
		return judged.filter(({fact, wins, state}) => isHelper(fact) && (wins || (stopped && state === 'text')));
	});
	return [...new Set(winners.map(({fact}) => fact))];
}

function isHelper(fact: Fact): boolean {
	return fact.kind === 'setting' && fact.variable === 'apiKeyHelper';
}

function seen(helper: HelperProgram): string | null {
	switch (helper.state) {
		case 'missing':
			return `The program it names, ${showValue('', helper.program)}, does not exist.`;
		case 'not-executable':
			return `The program it names, ${showValue('', helper.program)}, may not be run by this user.`;
		case 'prints-nothing':
			return 'The command certainly prints nothing.';
		case 'found':
		case 'unknown':
			return null;
	}
}

function ran(output: Extract<HelperOutput, {state: 'failed'}>): string {
	switch (output.why) {
		case 'exit':
			return 'It was run just now and ended with an error.';
		case 'empty':
			return 'It was run just now and printed nothing.';
		case 'several-lines':
			return 'It was run just now and printed several lines; it must print the key and nothing else.';
		case 'not-a-header-value':
			return 'It was run just now and printed characters that no header can carry.';
		case 'timeout':
			return 'It was run just now and did not end in time.';
	}
}

function say(fact: Fact, why: string): Finding {
	return {
		id: 'helper-failed',
		severity: 'error',
		title: 'The apiKeyHelper cannot supply a key',
		why: `${why} Claude Code then sends empty headers or stops, and /login does not help.`,
		evidence: [fact],
		fix: {
			summary: 'Run the command by hand until it prints only the key, or remove the setting.',
			edits: removals('helper-failed', [fact]),
			command: 'wizard --repair',
		},
	};
}
