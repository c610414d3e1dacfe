import {readEnvSettings, writeEnvSettings} from './env-settings.ts';
import type {Translator} from './translator.ts';

/** The variables that two of the three claude-code-proxies share. Only the password that clients must present is called otherwise. */
export function openaiEnv(gate: string): Pick<Translator, 'read' | 'write'> {
	return {
		read: text =>
			readEnvSettings(text, {
				keys: ['OPENAI_API_KEY'],
				baseUrl: 'OPENAI_BASE_URL',
				model: 'BIG_MODEL',
				small: 'SMALL_MODEL',
				gates: [gate],
			}),
		write: (before, {baseUrl, key, model, small}) =>
			writeEnvSettings(before, [
				['OPENAI_API_KEY', key.reveal()],
				['OPENAI_BASE_URL', baseUrl],
				['BIG_MODEL', model],
				['MIDDLE_MODEL', model],
				['SMALL_MODEL', small ?? model],
			]),
	};
}
