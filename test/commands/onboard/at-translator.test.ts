import {describe, expect, it} from 'vitest';
import {noAnswers, setupOf} from '../../../source/commands/onboard/answers.ts';
import {atTranslator} from '../../../source/commands/onboard/chain/at-translator.ts';
import {translatorNamed} from '../../../source/providers/translators/index.ts';
import type {TranslatorId} from '../../../source/providers/translators/translator.ts';
import {wishOf} from '../../../source/setups/setup.ts';

const set = (id: TranslatorId, text: string, settings: 'stay' | 'change', small: string | null = null) => {
	const translator = translatorNamed(id);
	if (translator === null) throw new Error(id);
	const found = {
		translator,
		program: null,
		file: '/f',
		reading: translator.read(text),
		openToOthers: false,
		running: {state: 'no'},
	} as const;
	const behind = {...noAnswers.behind, model: 'big', small};
	const answers = atTranslator({...noAnswers, holds: 'proxy-key', credential: 'proxy-key', behind}, found, settings);
	const names = wishOf(setupOf(answers)).set.flatMap(({name, value}) =>
		value.kind === 'plain' && name.endsWith('MODEL') ? [[name, value.text]] : [],
	);
	return Object.fromEntries(names);
};
const config = 'model_list:\n- {model_name: there, litellm_params: {model: openai/there, api_key: sk-0123456789}}\n';

describe('claude at a translator', () => {
	it('that knows models by their own names asks for one of them in every size, the small one for small tasks', () => {
		const every = {ANTHROPIC_MODEL: 'big', ANTHROPIC_DEFAULT_OPUS_MODEL: 'big', ANTHROPIC_DEFAULT_SONNET_MODEL: 'big'};
		expect(set('litellm', config, 'change')).toEqual({...every, ANTHROPIC_DEFAULT_HAIKU_MODEL: 'big'});
		expect(set('litellm', config, 'change', 'tiny')).toEqual({...every, ANTHROPIC_DEFAULT_HAIKU_MODEL: 'tiny'});
		expect(Object.values(set('litellm', config, 'stay', 'tiny'))).toEqual(['there', 'there', 'there', 'there']);
	});

	it("that turns claude's names into its own is asked by those", () => {
		expect(set('ccp-1rgs', 'OPENAI_API_KEY=sk-0123456789\nBIG_MODEL=x\n', 'change', 'tiny')).toEqual({});
	});
});
