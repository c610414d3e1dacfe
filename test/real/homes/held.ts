import type {HeldName} from './home.ts';
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

/** One for all homes: api.anthropic.com is one server in the network they share. */
export const sharedKey = `sk-ant-api03-${'Hm7'.repeat(31)}AA`;
export const sharedLogin = {
	accessToken: `sk-ant-oat01-${'Hl1'.repeat(31)}AA`,
	refreshToken: `sk-ant-ort01-${'Hr2'.repeat(31)}AA`,
	expiresAt: 4_102_444_800_000,
	scopes: ['user:inference', 'user:profile'],
	subscriptionType: 'max',
};

export function secretOf(held: HeldName, random: Random): string {
	switch (held) {
		case 'router-bearer':
		case 'router-x-api-key':
			return routerKey(random);
		case 'console-key':
			return sharedKey;
		case 'subscription':
			return sharedLogin.accessToken;
	}
}

/** The options that say to the wizard what the user holds. The secret itself goes in on stdin. */
export function heldOptions(held: HeldName, url: string): readonly string[] {
	switch (held) {
		case 'router-bearer':
			return ['--credential', 'router-key', '--base-url', url, '--auth', 'bearer', '--secret-stdin'];
		case 'router-x-api-key':
			return ['--credential', 'router-key', '--base-url', url, '--auth', 'x-api-key', '--secret-stdin'];
		case 'console-key':
			return ['--credential', 'console-key', '--secret-stdin'];
		case 'subscription':
			return ['--credential', 'subscription'];
	}
}
