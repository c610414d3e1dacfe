import type {HeldName, Home} from './home.ts';
import type {Random} from './random.ts';

const hex = '0123456789abcdef';

export function consoleKey(random: Random): string {
	return `sk-ant-api03-${random.text(93)}AA`;
}

export function oauthToken(random: Random): string {
	return `sk-ant-oat01-${random.text(93)}AA`;
}

export function routerKey(random: Random): string {
	return random.pick([
		() => `sk-or-v1-${random.text(64, hex)}`,
		() => `sk-${random.text(48)}`,
		() => `sk-${random.text(22)}`,
		() => `gw_${random.text(36)}`,
		() => `${random.text(32, hex)}.${random.text(16)}`,
	])();
}

/** A proxy of one's own asks its clients for a word that somebody thought of. */
function proxyKey(random: Random): string {
	return random.pick([
		() => `sk-${1000 + random.below(9000)}`,
		() => `sk-${random.text(16)}`,
		() => `my-proxy-${random.text(8, hex)}`,
		() => random.text(32),
		() => `Team.${random.text(12)}/claude`,
	])();
}

/** One for all homes: api.anthropic.com is one server in the network they share. */
export const sharedKey = `sk-ant-api03-${'Hm7'.repeat(31)}AA`;
export const sharedLogin = {
	accessToken: `sk-ant-oat01-${'Hl1'.repeat(31)}AA`,
	refreshToken: `sk-ant-ort01-${'Hr2'.repeat(31)}AA`,
	expiresAt: 4_102_444_800_000,
	scopes: ['user:inference', 'user:profile'],
	subscriptionType: 'max',
};

/** A server of the user's own choice takes it, not Anthropic's. */
export function isRouted(held: HeldName): boolean {
	return held === 'router-bearer' || held === 'router-x-api-key' || held === 'proxy-key';
}

export function secretOf(held: HeldName, random: Random): string {
	switch (held) {
		case 'router-bearer':
		case 'router-x-api-key':
			return routerKey(random);
		case 'proxy-key':
			return proxyKey(random);
		case 'console-key':
			return sharedKey;
		case 'subscription':
			return sharedLogin.accessToken;
	}
}

/** The options that say to the wizard what the user holds. The secret itself goes in on stdin, or a command of the user's prints it. */
export function heldOptions({held, secretCommand}: Home, url: string): readonly string[] {
	const secret = secretCommand === undefined ? ['--secret-stdin'] : ['--secret-command', secretCommand];
	switch (held) {
		case 'router-bearer':
			return ['--credential', 'router-key', '--base-url', url, '--auth', 'bearer', ...secret];
		case 'router-x-api-key':
			return ['--credential', 'router-key', '--base-url', url, '--auth', 'x-api-key', ...secret];
		case 'proxy-key':
			return ['--credential', 'proxy-key', '--base-url', url, ...secret];
		case 'console-key':
			return ['--credential', 'console-key', ...secret];
		case 'subscription':
			return ['--credential', 'subscription'];
	}
}
