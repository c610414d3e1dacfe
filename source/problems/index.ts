import {baseUrlDupV1} from './base-url-dup-v1.ts';
import {baseUrlInvalid} from './base-url-invalid.ts';
import {baseUrlPath} from './base-url-path.ts';
import {bothSet} from './both-set.ts';
import {cliBroken} from './cli-broken.ts';
import {cliMissing} from './cli-missing.ts';
import {cliShadowed} from './cli-shadowed.ts';
import {cliTooOld} from './cli-too-old.ts';
import {configMoved} from './config-moved.ts';
import {credentialStore} from './credential-store.ts';
import {customHeaderCredential} from './custom-header-credential.ts';
import {customHeadersLeft} from './custom-headers-left.ts';
import {emptyKey} from './empty-key.ts';
import {envOverridesLogin} from './env-overrides-login.ts';
import {exportNotSeen} from './export-not-seen.ts';
import {gatewayOauthCollision} from './gateway-oauth-collision.ts';
import {helperFailed} from './helper-failed.ts';
import {httpProxyMisroute} from './http-proxy-misroute.ts';
import {keyInGit} from './key-in-git.ts';
import {keyNotApproved} from './key-not-approved.ts';
import {keyReadable} from './key-readable.ts';
import {leftoverModel} from './leftover-model.ts';
import {liveFailed, liveFailures} from './live-failures.ts';
import {liveRefusals} from './live-refusals.ts';
import {loginEnvConflict} from './login-env-conflict.ts';
import {loginExpiresSoon} from './login-expires-soon.ts';
import {malformedKey} from './malformed-key.ts';
import {maskedByWizard} from './masked-by-wizard.ts';
import {notLoggedIn} from './not-logged-in.ts';
import {oauthExpired} from './oauth-expired.ts';
import {oauthInvalid} from './oauth-invalid.ts';
import {oauthScope} from './oauth-scope.ts';
import {oauthThirdParty} from './oauth-third-party.ts';
import {oldCopies} from './old-copies.ts';
import {onboardingCheck} from './onboarding-check.ts';
import {placeholderKey} from './placeholder-key.ts';
import type {Problem} from './problem.ts';
import {projectRedirect} from './project-redirect.ts';
import {protocolMismatch} from './protocol-mismatch.ts';
import {providerSwitch} from './provider-switch.ts';
import {settingsInvalid} from './settings-invalid.ts';
import {staleBaseUrl} from './stale-base-url.ts';
import {tlsIntercept} from './tls-intercept.ts';
import {tlsUnchecked} from './tls-unchecked.ts';
import {withLive} from './with-live.ts';
import {wrongHeader} from './wrong-header.ts';
import {wrongPlanOrRegion} from './wrong-plan-or-region.ts';
import {wrongProductKey} from './wrong-product-key.ts';

/** Causes before symptoms: whoever mends from the top down may find the rest gone. */
const listed: readonly Problem[] = [
	settingsInvalid,
	configMoved,
	projectRedirect,
	providerSwitch,
	baseUrlInvalid,
	withLive(staleBaseUrl),
	credentialStore,
	maskedByWizard,
	emptyKey,
	placeholderKey,
	malformedKey,
	withLive(wrongPlanOrRegion, {about: 'credential', command: null}),
	wrongProductKey,
	wrongHeader,
	withLive(oauthInvalid, {about: 'credential', command: 'claude auth login'}),
	customHeaderCredential,
	helperFailed,
	bothSet,
	loginEnvConflict,
	envOverridesLogin,
	withLive(oauthExpired, {about: 'credential', command: 'claude auth login'}),
	withLive(oauthScope, {about: 'credential', command: 'claude auth login'}),
	withLive(oauthThirdParty, {about: 'credential', command: 'wizard --credential console-key'}),
	gatewayOauthCollision,
	keyNotApproved,
	oldCopies,
	keyInGit,
	keyReadable,
	exportNotSeen,
	loginExpiresSoon,
	withLive(protocolMismatch),
	withLive(baseUrlDupV1),
	withLive(baseUrlPath),
	leftoverModel,
	customHeadersLeft,
	withLive(httpProxyMisroute, {about: 'proxy', command: 'unset HTTPS_PROXY HTTP_PROXY ALL_PROXY'}),
	withLive(tlsIntercept, {about: 'certificates', command: null}),
	tlsUnchecked,
	withLive(onboardingCheck),
	notLoggedIn,
	withLive(cliMissing, {about: 'program', command: 'npm install -g @anthropic-ai/claude-code'}),
	cliBroken,
	withLive(cliTooOld, {about: 'program', command: 'claude update'}),
	cliShadowed,
	...liveRefusals,
	...liveFailures,
	liveFailed,
];

/** Whatever a live prompt fails for, the problem of that name takes it up: such a prompt always ends in a finding. */
export const problems: readonly Problem[] = listed.map(problem => withLive(problem, {about: 'credential', command: 'wizard --repair'}));
