import type {Fact} from '../places/fact.ts';
import {type KnownHost, knownHost} from '../providers/known-hosts.ts';
import {foreignForm, modelFamily} from '../providers/model-family.ts';
import type {Resolution} from '../request/request.ts';
import {clearVariables} from './clear-variables.ts';
import {textOf} from './credential-source.ts';
import {endpointOf} from './endpoint.ts';
import {inForce} from './in-force.ts';
import type {Problem} from './problem.ts';
import {removals} from './removal.ts';

/**
 * A model of another endpoint than the one in force is asked for: 404, and claude says that the model may not exist. Only where the
 * host serves one family of models and the name is one of another. A vendor that takes Claude's names for its own models is common.
 */
export const leftoverModel: Problem = {
	id: 'leftover-model',
	diagnose({facts, headless}) {
		const host = hostOf(headless);
		if (host === null) return [];
		const strangers = named(headless).filter(fact => isStranger(textOf(fact)?.trim() ?? '', host));
		const [first] = strangers;
		if (first === undefined) return [];
		const asked = headless.request.sends ? headless.request.model : null;
		const isAsked = strangers.some(fact => asked !== null && (textOf(fact)?.trim() ?? '').replace(/\[1m\]$/i, '') === asked);
		const variables = [...new Set(strangers.filter(({kind}) => kind === 'variable').map(({variable}) => variable))];
		const settings = strangers.filter(({kind, place}) => kind === 'setting' && place !== 'project-settings');
		return [
			{
				id: 'leftover-model',
				// The other names are used for small tasks, or when somebody picks them.
				severity: isAsked ? 'error' : 'warning',
				title: `${first.variable} asks ${host.maker} for a model it does not have`,
				why: `${first.shown} is a name of another endpoint, left from an earlier setup. ${host.maker} answers 404, and claude says that there is an issue with the selected model.`,
				evidence: strangers,
				fix: {
					summary: `Remove ${[...new Set(strangers.map(({variable}) => variable))].join(', ')}, or name a model of this endpoint.`,
					edits: [...clearVariables('leftover-model', facts, variables), ...removals('leftover-model', settings)],
					command: 'wizard --repair',
				},
			},
		];
	},
};

const variables = [
	'ANTHROPIC_MODEL',
	'ANTHROPIC_DEFAULT_OPUS_MODEL',
	'ANTHROPIC_DEFAULT_SONNET_MODEL',
	'ANTHROPIC_DEFAULT_HAIKU_MODEL',
	'ANTHROPIC_DEFAULT_FABLE_MODEL',
	'ANTHROPIC_DEFAULT_MODEL',
	'ANTHROPIC_SMALL_FAST_MODEL',
	'CLAUDE_CODE_SUBAGENT_MODEL',
];

function hostOf({request}: Resolution): KnownHost | null {
	const known = request.sends && endpointOf(request) !== null ? knownHost(request.url) : null;
	return known?.family == null ? null : known;
}

/** The names in force: variables, and the `model` setting where no variable outranks it. */
function named(resolution: Resolution): readonly Fact[] {
	const given = variables.map(name => inForce(resolution, name)).filter(fact => fact?.state === 'text') as readonly Fact[];
	if (given.some(({variable}) => variable === 'ANTHROPIC_MODEL')) return given;
	const setting = resolution.judged
		.filter(({fact, state}) => fact.kind === 'setting' && fact.variable === 'model' && state === 'text')
		.at(-1);
	return setting === undefined ? given : [setting.fact, ...given];
}

function isStranger(name: string, host: KnownHost): boolean {
	if (host.family === 'Claude' && foreignForm(name) !== null) return true;
	const family = modelFamily(name);
	return family !== null && family !== host.family && family !== 'Claude';
}
