import {showValue} from '../../places/show.ts';
import {diagnose} from '../../problems/diagnose.ts';
import type {Finding} from '../../problems/finding.ts';
import type {Situation} from '../../problems/problem.ts';
import type {Header, Request} from '../../request/request.ts';
import {type Line, line, row} from '../conversation.ts';
import {tilde} from '../tilde.ts';
import {where} from '../where.ts';

/** How many findings fit above the first question; doctor shows them all. */
const most = 3;

/** What is known before anything is asked: which claude, what it would send now, and what is wrong with that. By prediction alone. */
export function welcome(situation: Situation, home: string, profile: string | null = null): readonly Line[] {
	const findings = diagnose(situation).filter(({severity, id}) => severity !== 'info' && id !== 'cli-missing' && id !== 'not-logged-in');
	const shown = findings.slice(0, most);
	const more = findings.length - shown.length;
	return [
		line('claude-auth-wizard', 'strong'),
		row('claude', claudeText(situation, home)),
		...(profile === null ? [] : [row('profile', profile)]),
		row('now', sendsText(situation.headless.request, situation, home)),
		...shown.map(finding => line(titleOf(finding), finding.severity === 'error' ? 'bad' : 'warn')),
		...(findings.length === 0 ? [] : [line(`${more > 0 ? `${more} more. ` : ''}With evidence and reasons: wizard doctor`, 'quiet')]),
		line('Nothing has been sent. Nothing is written before you have seen it.', 'quiet'),
	];
}

function claudeText({claude: {chosen, others}}: Situation, home: string): string {
	if (chosen === null) return 'not found on this computer';
	const more = others.length === 0 ? '' : `, and ${others.length} more`;
	const state = chosen.condition.state === 'runs' ? '' : `, which does not run: ${chosen.condition.why}`;
	return `${chosen.version ?? 'of unknown version'} at ${tilde(chosen.path, home)}${state}${more}`;
}

function sendsText(request: Request, {facts}: Situation, home: string): string {
	if (!request.sends) return `would send nothing: ${tilde(request.reason, home)}`;
	const headers = [...from('Authorization', request.authorization), ...from('x-api-key', request.xApiKey)];
	return `would ask ${showValue('ANTHROPIC_BASE_URL', new URL(request.url).host)} with ${headers.join(' and ')}`;

	function from(name: string, header: Header | null): readonly string[] {
		return header === null ? [] : [`${name} from ${where(header.fact, home, facts)}`];
	}
}

function titleOf({title}: Finding): string {
	return title;
}
