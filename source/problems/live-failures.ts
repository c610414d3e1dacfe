import type {Problem} from './problem.ts';
import {onlyLive, sayLive} from './with-live.ts';

/** What no look at the machine shows and a live prompt does, about the address, the way there, the model and the cloud. */
export const liveFailures: readonly Problem[] = [
	onlyLive('html-not-json', {about: 'address', command: 'wizard --repair', symptomOf: ['base-url-path', 'stale-base-url']}),
	onlyLive('unreachable-host', {about: 'address', command: 'wizard doctor', symptomOf: ['stale-base-url', 'http-proxy-misroute']}),
	onlyLive('dns', {about: 'address', command: 'wizard doctor', symptomOf: ['http-proxy-misroute']}),
	onlyLive('timeout', {about: 'address', command: 'wizard check --timeout 300', symptomOf: ['http-proxy-misroute']}),
	onlyLive('http-proxy-auth', {about: 'proxy', command: null, symptomOf: ['http-proxy-misroute']}),
	onlyLive('model-name-unknown', {
		about: 'model',
		command: 'wizard --repair',
		symptomOf: ['leftover-model', 'base-url-path', 'base-url-dup-v1'],
	}),
	onlyLive('model-unavailable', {about: 'model', command: null, symptomOf: ['leftover-model']}),
	onlyLive('beta-header-rejected', {about: 'address', command: 'export CLAUDE_CODE_DISABLE_EXPERIMENTAL_BETAS=1'}),
	onlyLive('body-field-rejected', {about: 'address', command: 'claude update'}),
	onlyLive('endpoint-not-implemented', {about: 'address', severity: 'info', command: null}),
	onlyLive('client-not-allowed', {about: 'address', command: 'claude update'}),
	onlyLive('gateway-upstream-key', {about: 'address', command: null}),
	onlyLive('cloud-credentials', {about: 'cloud', command: null, symptomOf: ['provider-switch']}),
	onlyLive('cloud-permission', {about: 'cloud', command: null}),
	onlyLive('login-flow-failed', {about: 'credential', command: 'claude auth login'}),
];

/** The prompt failed, and none of the causes that are known has such words. */
export const liveFailed: Problem = {
	id: 'live-failed',
	diagnose(situation) {
		const {live} = situation;
		const told = {about: 'credential', command: 'wizard explain --here'} as const;
		return live === null || live.trial.ok || live.trial.cause !== 'unknown' ? [] : [sayLive('live-failed', live, told, situation)];
	},
};
