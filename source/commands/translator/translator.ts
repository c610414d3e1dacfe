import {translatorNamed, translators} from '../../providers/translators/index.ts';
import type {Context, Invocation, Run} from '../command.ts';
import {nearest} from '../nearest.ts';
import {finish, type Page, pageFor} from '../page.ts';
import {wrap} from '../paragraph.ts';
import {atLogin} from './at-login.ts';
import {restart, stop} from './control.ts';
import {isHere, lookAt, lookTranslators} from './look-translators.ts';
import {set} from './set.ts';
import {testedText} from './tested-text.ts';
import {translatorItem} from './translator-item.ts';
import {translatorText} from './translator-text.ts';

/** `wizard translator`: programs that take claude's requests and speak OpenAI's protocol on the other side. */
export const translator: Run = async (invocation, context) => {
	const [verb = 'list', id] = invocation.operands;
	const run = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
	if (run === undefined) {
		const near = nearest(verb, Object.keys(verbs));
		return context.fail(
			2,
			'wizard translator does not know that word.',
			near === null ? `It knows ${Object.keys(verbs).join(', ')}` : `Did you mean: wizard translator ${near}`,
		);
	}
	if (verb === 'list') return list(invocation, context);
	const found = translatorNamed(id ?? '');
	if (found === null) return context.fail(2, 'Which translator?', translators.map(one => one.id).join(', '));
	return run(await lookAt(found, context.machine, context.machine.environment.cwd), invocation, context);
};

type Verb = (found: Awaited<ReturnType<typeof lookAt>>, invocation: Invocation, context: Context) => Promise<number>;

const verbs: Readonly<Record<string, Verb>> = {
	list: async (_, invocation, context) => list(invocation, context),
	show: async (found, {options}, {out, terminal, machine}) => {
		const item = translatorItem(found, machine.environment);
		out(options.json ? JSON.stringify({schema: 1, items: [item]}, null, 2) : translatorText([item], pageFor(terminal)));
		return item.findings.some(({severity}) => severity === 'error') ? 1 : 0;
	},
	set,
	start: control('start'),
	restart: control('restart'),
	stop: control('stop'),
	'at-login': atLogin,
};

async function list({options}: Invocation, {machine, out, terminal}: Context): Promise<number> {
	const found = await lookTranslators(machine);
	const there = found.filter(one => isHere(one) || one.running.state === 'yes');
	const items = there.map(one => translatorItem(one, machine.environment));
	if (options.json) out(JSON.stringify({schema: 1, items}, null, 2));
	else out(items.length === 0 ? noneHere(pageFor(terminal)) : translatorText(items, pageFor(terminal)));
	return items.some(({findings}) => findings.some(({severity}) => severity === 'error')) ? 1 : 0;
}

function noneHere(page: Page): string {
	const lines = [
		...wrap(
			'No translator was found on this computer. Many services answer claude themselves, and then none is needed: wizard providers NAME tells. Otherwise one of these:',
			page.columns,
		),
		...translators.flatMap(({title, install, tried}) => [
			'',
			title,
			...[install, `Tested: ${testedText(tried)}`].flatMap(text => wrap(text, page.columns - 2).map(line => `  ${line}`)),
		]),
	];
	return finish(lines, page);
}

/** Starting and stopping a program is asked about first, unless --yes agreed. */
function control(verb: 'start' | 'restart' | 'stop'): Verb {
	return async (found, {options}, {machine, out, fail, confirm, terminal}) => {
		const {translator} = found;
		const {title} = translator;
		const say = async (text: string) => {
			const items = async () => [translatorItem(await lookAt(translator, machine, machine.environment.cwd), machine.environment)];
			out(options.json ? JSON.stringify({schema: 1, items: await items()}, null, 2) : text);
			return 0;
		};
		if (verb === 'start' && found.running.state === 'yes') return say(`${title} runs already.`);
		if (!options.yes) {
			if (!terminal.stdinIsTTY) return fail(2, 'There is no terminal to ask on.', `Add --yes to ${verb} it.`);
			if (!(await confirm(`${verb.charAt(0).toUpperCase()}${verb.slice(1)} ${title}?`))) return fail(130, 'Cancelled; nothing was done.');
		}
		const done = verb === 'stop' ? await stop(found, machine) : await restart(found, machine);
		if (!done.ok) return fail(1, done.message, done.hint);
		return say(verb === 'stop' ? `${title} is stopped.` : `${title} answers.`);
	};
}
