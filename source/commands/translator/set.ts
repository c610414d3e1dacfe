import {providerAt} from '../../providers/index.ts';
import {speaks} from '../../providers/speaks.ts';
import type {Upstream} from '../../providers/translators/translator.ts';
import {judgeAddress, judgeSending} from '../../setups/secret-rules.ts';
import {askerAt} from '../asker.ts';
import {sayNotDone} from '../carried-out-text.ts';
import {carryOut} from '../carry-out.ts';
import type {Context, Invocation} from '../command.ts';
import {examine} from '../examine.ts';
import {givenSecret} from '../given-secret.ts';
import {live} from '../live.ts';
import {noAnswers} from '../onboard/answers.ts';
import {atTranslator} from '../onboard/chain/at-translator.ts';
import {setupErrand} from '../onboard/setup-errand.ts';
import {sayPlanned} from '../say-planned.ts';
import {sayWritten} from '../say-written.ts';
import {restart} from './control.ts';
import {type FoundTranslator, lookAt, portOf} from './look-translators.ts';
import {proveUpstream} from './prove-upstream.ts';
import {closedToUs} from './put-behind.ts';
import {serviceName} from './service-name.ts';
import {translatorItem} from './translator-item.ts';

/** `wizard translator set ID --upstream URL --upstream-model NAME --secret-stdin`: the whole chain, from the key to a live prompt. */
export async function set(found: FoundTranslator, {options}: Invocation, context: Context): Promise<number> {
	const {machine, fail, err} = context;
	const closed = closedToUs(found);
	if (closed !== null) return fail(3, closed.message, closed.hint);
	const upstream = await upstreamFrom(found, {options}, context);
	if ('code' in upstream) return fail(upstream.code, upstream.message, upstream.hint);
	if (!options['dry-run'] && !options['no-live']) {
		err(`wizard: asking ${new URL(upstream.baseUrl).host} whether the key is good.`);
		const proof = await proveUpstream(upstream, machine);
		if (proof.state === 'bad')
			return fail(
				1,
				`The service refused it (${proof.cause}, ${proof.status}): ${proof.shown}`,
				`Nothing was changed. More about it: wizard help ${proof.cause}`,
			);
		if (proof.state === 'unproved') err(`wizard: ${proof.why}. The key goes in unproved.`);
	}
	const behind = {...upstream, proof: 'asked'} as const;
	const asked = {...noAnswers, holds: 'proxy-key', credential: 'proxy-key', behind} as const;
	const before = await examine(machine);
	const errand = await setupErrand(atTranslator(asked, found, 'change'), before.facts, machine);
	if (errand.state === 'refused') return fail(3, errand.message, errand.hint ?? undefined);
	const done = await carryOut(errand, options['dry-run'] ? 'dry-run' : 'write', askerAt(context, options), machine);
	if (done.state === 'refused' || done.state === 'cancelled') return sayNotDone(done, context);
	if (done.state === 'planned') return sayPlanned(done, before.headless, options, context);
	const now = await lookAt(found.translator, machine, machine.environment.cwd);
	const started = done.state === 'nothing' && now.running.state === 'yes' ? ({ok: true} as const) : await restart(now, machine);
	if (!started.ok) err(`wizard: ${started.message}\n        ${started.hint}`);
	const situation = await examine(machine);
	const tried =
		options['no-live'] || !started.ok
			? null
			: await live(situation, context, {seconds: options.timeout, named: `http://127.0.0.1:${portOf(now.translator, now.reading)}`});
	const translator = translatorItem(await lookAt(found.translator, machine, machine.environment.cwd), machine.environment);
	const code = sayWritten({done, tried, situation, json: () => ({translator})}, options, context);
	return started.ok ? code : 1;
}

type Wrong = {readonly code: 2 | 3; readonly message: string; readonly hint?: string};

async function upstreamFrom(
	{translator}: FoundTranslator,
	{options}: Pick<Invocation, 'options'>,
	context: Context,
): Promise<Upstream | Wrong> {
	const {upstream: url, 'upstream-model': model, 'upstream-small': small} = options;
	const usage = `wizard translator set ${translator.id} --upstream URL --upstream-model NAME --secret-stdin`;
	if (url === undefined || model === undefined) return {code: 2, message: 'Which service stands behind it, and which model?', hint: usage};
	const judged = judgeAddress(url);
	if (!judged.ok) return {code: 2, message: `--upstream ${judged.why}.`, hint: judged.hint};
	const provider = providerAt(url);
	if (provider !== null && speaks(provider) === 'anthropic' && provider.kind !== 'translator')
		context.err(`wizard: ${provider.label} answers claude itself, so no translator is needed there: wizard --provider ${provider.id}`);
	const given = await givenSecret(options, context);
	if (given.state === 'wrong') return {code: 2, message: given.message, ...(given.hint === undefined ? {} : {hint: given.hint})};
	if (given.state === 'none')
		return {code: 2, message: "The service's key is missing.", hint: '--secret-stdin, --secret-env NAME or --secret-command CMD'};
	const verdict = judgeSending({secret: given.secret, to: judged.url});
	if (verdict.state !== 'fine') return {code: 3, message: verdict.why};
	const baseUrl = url.replace(/\/(?:chat\/completions)?\/*$/, '');
	return {name: serviceName(judged.url, provider?.id ?? null), baseUrl, key: given.secret, model, small: small ?? null};
}
