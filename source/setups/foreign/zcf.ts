import type {Foreign, ForeignReading, ForeignSetup} from './foreign.ts';

const variables: Readonly<Record<string, string>> = {
	baseUrl: 'ANTHROPIC_BASE_URL',
	primaryModel: 'ANTHROPIC_MODEL',
	defaultHaikuModel: 'ANTHROPIC_DEFAULT_HAIKU_MODEL',
	defaultSonnetModel: 'ANTHROPIC_DEFAULT_SONNET_MODEL',
	defaultOpusModel: 'ANTHROPIC_DEFAULT_OPUS_MODEL',
};

/** zcf (3.7.3 was run): tables of a TOML file that the program itself writes, so only the forms it writes are read. */
export const zcf: Foreign = {program: 'zcf', sources: [{kind: 'texts', files: ['.ufomiao/zcf/config.toml'], read}]};

function read(text: string): ForeignReading {
	const tables = new Map<string, Map<string, string>>();
	let table: Map<string, string> | null = null;
	for (const line of text.split(/\r?\n/)) {
		const head = /^\s*\[(.*)\]\s*$/.exec(line)?.[1];
		if (head !== undefined) {
			const name = /^claudeCode\.profiles\.(?:"([^"]+)"|([\w-]+))$/.exec(head);
			table = name === null ? null : new Map();
			if (table !== null) tables.set(name?.[1] ?? name?.[2] ?? '', table);
			continue;
		}
		const [, key, value] = /^\s*(\w+)\s*=\s*"((?:[^"\\]|\\.)*)"\s*$/.exec(line) ?? [];
		if (table !== null && key !== undefined && value !== undefined) table.set(key, value.replace(/\\(["\\])/g, '$1'));
	}
	const found: ForeignSetup[] = [];
	const left: string[] = [];
	for (const [name, values] of tables) {
		const carrier = {auth_token: 'ANTHROPIC_AUTH_TOKEN', api_key: 'ANTHROPIC_API_KEY'}[values.get('authType') ?? ''];
		const key = values.get('apiKey');
		if (carrier === undefined || key === undefined) {
			left.push(`holds the profile ${name}, which is neither an auth_token nor an api_key`);
			continue;
		}
		const rest = [...values].flatMap(([from, value]) => (variables[from] === undefined ? [] : [[variables[from], value]]));
		found.push({name, env: {[carrier]: key, ...Object.fromEntries(rest)}});
	}
	return {found, left};
}
