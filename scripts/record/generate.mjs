/**
 * Random machines to ask a real `claude` about. Every value names its place (K-user, T-shell …), so what was sent tells where it
 * came from. The same seed gives the same machines.
 */
const base = 'http://127.0.0.1:{PORT}';
const login = {
	accessToken: 'sk-ant-oat01-LOGIN',
	refreshToken: 'sk-ant-ort01-LOGIN',
	expiresAt: 4_102_444_800_000,
	scopes: ['user:inference', 'user:profile'],
	subscriptionType: 'max',
};

export function generate({seed, count, managed}) {
	const dice = new Dice(seed);
	return Array.from({length: count}, (_, index) => machine(dice, `random-${seed}-${index}`, managed));
}

function machine(dice, name, managed) {
	const scenario = {name, env: variables(dice, 'shell', 0.35)};
	scenario.env.ANTHROPIC_BASE_URL = base + dice.pick(['', '', '', '/', '/api', '/api/', '/v1']);
	if (dice.chance(0.6)) scenario.user = settings(dice, 'user', 0.35);
	if (dice.chance(0.25)) scenario.project = settings(dice, 'project', 0.3);
	if (dice.chance(0.25)) scenario.local = settings(dice, 'local', 0.3);
	if (managed && dice.chance(0.3)) scenario.managed = {env: variables(dice, 'managed', 0.4)};
	if (managed && dice.chance(0.15)) scenario.managedDropIns = {'10-a.json': {env: variables(dice, 'dropin', 0.4)}};
	if (dice.chance(0.3))
		scenario.credentials = {claudeAiOauth: {...login, ...(dice.chance(0.15) ? {scopes: ['user:profile'], subscriptionType: null} : {})}};
	if (dice.chance(0.15)) scenario.globalConfig = globalConfig(dice);
	return scenario;
}

function variables(dice, place, density) {
	const env = {};
	if (dice.chance(density))
		env.ANTHROPIC_API_KEY = dice.pick([`K-${place}`, `K-${place}`, `K-${place}`, '', ` K-${place} `, `"K-${place}"`]);
	if (dice.chance(density)) env.ANTHROPIC_AUTH_TOKEN = dice.pick([`T-${place}`, `T-${place}`, `T-${place}`, '', `Bearer T-${place}`]);
	if (dice.chance(density / 2)) env.CLAUDE_CODE_OAUTH_TOKEN = dice.pick([`sk-ant-oat01-${place}`, `sk-ant-oat01-${place}`, '']);
	if (dice.chance(density / 6))
		env.ANTHROPIC_CUSTOM_HEADERS = dice.pick([`X-Team: ${place}`, `Authorization: Bearer C-${place}`, `x-api-key: C-${place}`]);
	if (dice.chance(density / 8)) env.CLAUDE_CODE_USE_BEDROCK = dice.pick(['0', 'false', '']);
	return env;
}

/** An object, or the text of a file that is broken in one of the ways people break them. */
function settings(dice, place, density) {
	const env = variables(dice, place, density);
	if (dice.chance(0.05)) env[dice.pick(['ANTHROPIC_API_KEY', 'ANTHROPIC_AUTH_TOKEN'])] = dice.pick([null, 42]);
	const file = {env};
	if (dice.chance(0.12)) file.apiKeyHelper = dice.pick([`echo H-${place}`, `echo H-${place}`, 'exit 3', 'true']);
	if (dice.chance(0.2)) file.permissions = {allow: ['Read']};
	if (dice.chance(0.1)) file.somethingUnknown = {x: 1};
	if (dice.chance(0.06)) file.permissions = 'not-an-object';
	const text = JSON.stringify(file, null, 2);
	if (dice.chance(0.06)) return text.replace('{', '{\n  // mine');
	if (dice.chance(0.05)) return text.replace(/\}\s*$/, ',}');
	if (dice.chance(0.05)) return `\uFEFF${text}`;
	if (dice.chance(0.03)) return text.slice(0, -2);
	return file;
}

function globalConfig(dice) {
	return {
		...(dice.chance(0.6) ? {primaryApiKey: 'K-primary'} : {}),
		...(dice.chance(0.4) ? {env: variables(dice, 'global', 0.5)} : {}),
		...(dice.chance(0.3) ? {customApiKeyResponses: {approved: [], rejected: ['K-shell']}} : {}),
	};
}

/** mulberry32: small, and the same on every platform. */
class Dice {
	#state;

	constructor(seed) {
		this.#state = seed >>> 0;
	}

	next() {
		this.#state = (this.#state + 0x6d2b79f5) >>> 0;
		let t = this.#state;
		t = Math.imul(t ^ (t >>> 15), t | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	}

	pick(list) {
		return list[Math.floor(this.next() * list.length)];
	}

	chance(probability) {
		return this.next() < probability;
	}
}
