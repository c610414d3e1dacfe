import type {StoryOptions} from './onboarding.ts';

export const consoleKey = `sk-ant-api03-${'Qz7'.repeat(31)}AA`;

/** Somebody who has used claude before, and trusts the folder of the story. */
export const trusted = `{"hasCompletedOnboarding": true, "projects": {"{home}/work": {"hasTrustDialogAccepted": true, "hasCompletedProjectOnboarding": true}}}`;

export const savedLogin = {
	accessToken: `sk-ant-oat01-${'Lg1'.repeat(31)}AA`,
	refreshToken: `sk-ant-ort01-${'Rf2'.repeat(31)}AA`,
	expiresAt: 4_102_444_800_000,
	scopes: ['user:inference', 'user:profile'],
	subscriptionType: 'max',
};

export const loginFile = {'.claude/.credentials.json': JSON.stringify({claudeAiOauth: savedLogin})};

/** Somebody whose ~/.bashrc exports this, and whose terminal has it. */
export function exporting(
	variables: Readonly<Record<string, string>>,
	more: Readonly<Record<string, string>> = {},
): Pick<StoryOptions, 'files' | 'modes' | 'variables'> {
	const lines = Object.entries(variables).map(([name, value]) => `export ${name}="${value}"\n`);
	return {
		variables,
		files: {'.bashrc': `alias ll='ls -l'\n${lines.join('')}`, '.claude.json': trusted, ...more},
		modes: {'.claude.json': 0o600, '.claude/.credentials.json': 0o600, '.claude/settings.json': 0o600},
	};
}
