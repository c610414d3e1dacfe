import {type Foreign, type ForeignReading, type ForeignSetup, jsonObject, nothingBut, record, textsOf} from './foreign.ts';
import type {Row} from './sqlite/read-tables.ts';

/**
 * farion1231/cc-switch: a database since version 3.8, into which it moved the JSON of older versions. Of version 3.20.0
 * src-tauri/src/database/ (schema.rs, dao/providers.rs, migration.rs) was read; it was not run.
 */
export const ccSwitch: Foreign = {
	program: 'cc-switch',
	sources: [
		{kind: 'database', files: ['.cc-switch/cc-switch.db'], tables: ['providers'], read: ({providers = null}) => readProviders(providers)},
		{kind: 'texts', files: ['.cc-switch/config.json'], read: readConfig},
	],
};

/** In each row the settings that claude gets, as JSON. Other programs have their rows in the same table. */
function readProviders(rows: readonly Row[] | null): ForeignReading {
	if (rows === null) return nothingBut('holds no table of providers');
	const found: ForeignSetup[] = [];
	const left: string[] = [];
	for (const {id, name, settings_config: config, meta} of rows.filter(row => row['app_type'] === 'claude').toSorted(asShown)) {
		const called = typeof name === 'string' && name !== '' ? name : String(id);
		const settings = jsonObject(String(config));
		const format = record(jsonObject(String(meta)))['apiFormat'];
		if (settings === null) left.push(`holds ${called}, whose settings are no JSON`);
		// Its own proxy turns claude's requests into those of OpenAI or Gemini.
		else if (typeof format === 'string' && format !== '' && format !== 'anthropic')
			left.push(`holds ${called}, which does not speak to claude itself: cc-switch translates between them`);
		else found.push({name: called, env: textsOf(settings['env'])});
	}
	return {found, left};
}

/** By its ORDER BY: sort_index (999999 where there is none), then created_at, then id. */
function asShown(one: Row, other: Row): number {
	const number = (value: unknown, none: number) => (typeof value === 'number' ? value : none);
	return (
		number(one['sort_index'], 999_999) - number(other['sort_index'], 999_999) ||
		number(one['created_at'], -1) - number(other['created_at'], -1) ||
		(String(one['id']) < String(other['id']) ? -1 : 1)
	);
}

function readConfig(text: string): ForeignReading {
	const config = jsonObject(text);
	if (config === null) return nothingBut('is no JSON');
	// The first version had no apps beside Claude.
	const {providers = config['providers']} = record(config['claude']);
	const found = Object.entries(record(providers)).map(([id, provider]): ForeignSetup => {
		const {name, settingsConfig} = record(provider);
		return {name: typeof name === 'string' && name !== '' ? name : id, env: textsOf(record(settingsConfig)['env'])};
	});
	return {found, left: []};
}
