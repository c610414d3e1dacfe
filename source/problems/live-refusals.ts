import type {ProblemId} from './finding.ts';
import type {Problem} from './problem.ts';
import {onlyLive} from './with-live.ts';

/** Each of them makes a good issuer refuse, whatever the key: seen on the machine, it is the cause. */
const flaws: readonly ProblemId[] = [
	'empty-key',
	'placeholder-key',
	'malformed-key',
	'wrong-plan-or-region',
	'wrong-product-key',
	'wrong-header',
	'both-set',
	'login-env-conflict',
	'helper-failed',
	'custom-header-credential',
	'env-overrides-login',
];

const about = 'credential';

/** What no look at the machine can tell and a live prompt does: the issuer's own word on a credential that is where it belongs. */
export const liveRefusals: readonly Problem[] = [
	onlyLive('key-invalid', {about, command: 'wizard --repair', symptomOf: flaws}),
	onlyLive('gateway-key-unknown', {about, command: 'wizard --repair', symptomOf: [...flaws, 'gateway-oauth-collision']}),
	onlyLive('oauth-revoked', {about, command: 'claude auth login', symptomOf: ['oauth-expired']}),
	onlyLive('org-disabled', {about, command: 'wizard --repair', symptomOf: ['env-overrides-login']}),
	onlyLive('org-oauth-not-allowed', {about, command: 'wizard --credential console-key'}),
	onlyLive('account-no-access', {about, command: 'claude auth login'}),
	onlyLive('region-blocked', {about, command: null}),
	onlyLive('credits-exhausted', {about, command: null, symptomOf: ['env-overrides-login', 'wrong-plan-or-region']}),
	onlyLive('usage-limit', {about, severity: 'warning', command: null, symptomOf: ['env-overrides-login']}),
	onlyLive('rate-limited', {about, severity: 'warning', command: null}),
	onlyLive('overloaded', {about, severity: 'warning', command: null}),
];
