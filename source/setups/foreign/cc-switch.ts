import {type Foreign, type ForeignSetup, jsonObject, nothingBut, textsOf} from './foreign.ts';

/**
 * farion1231/cc-switch: a database since version 3.8 or so, into which it moves the JSON of older versions (src-tauri/src/app_config.rs
 * and its migration were read; it was not run). In the JSON each provider has the settings that claude gets.
 */
export const ccSwitch: Foreign = {
	program: 'cc-switch',
	files: ['.cc-switch/config.json'],
	read: text => {
		const config = jsonObject(text);
		if (config === null) return nothingBut('is no JSON');
		// The first version had no apps beside Claude.
		const {providers = config['providers']} = record(config['claude']);
		const found = Object.entries(record(providers)).map(([id, provider]): ForeignSetup => {
			const {name, settingsConfig} = record(provider);
			return {name: typeof name === 'string' && name !== '' ? name : id, env: textsOf(record(settingsConfig)['env'])};
		});
		return {found, left: []};
	},
	closed: [
		{
			file: '.cc-switch/cc-switch.db',
			why: 'is a database, which Node 20 cannot read. Switch to a provider in cc-switch, and wizard doctor shows what it wrote',
		},
	],
};

function record(value: unknown): Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
