import type {ProblemExamples} from '../example.ts';
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
import {projectRedirect} from './project-redirect.ts';
import {protocolMismatch} from './protocol-mismatch.ts';
import {providerSwitch} from './provider-switch.ts';
import {settingsInvalid} from './settings-invalid.ts';
import {staleBaseUrl} from './stale-base-url.ts';
import {tlsIntercept} from './tls-intercept.ts';
import {tlsUnchecked} from './tls-unchecked.ts';
import {wrongHeader} from './wrong-header.ts';
import {wrongPlanOrRegion} from './wrong-plan-or-region.ts';
import {wrongProductKey} from './wrong-product-key.ts';

/** The same order as source/problems/index.ts. */
export const examples: readonly ProblemExamples[] = [
	settingsInvalid,
	configMoved,
	projectRedirect,
	providerSwitch,
	baseUrlInvalid,
	staleBaseUrl,
	credentialStore,
	maskedByWizard,
	emptyKey,
	placeholderKey,
	malformedKey,
	wrongPlanOrRegion,
	wrongProductKey,
	wrongHeader,
	oauthInvalid,
	customHeaderCredential,
	helperFailed,
	bothSet,
	loginEnvConflict,
	envOverridesLogin,
	oauthExpired,
	oauthScope,
	oauthThirdParty,
	gatewayOauthCollision,
	keyNotApproved,
	oldCopies,
	keyInGit,
	keyReadable,
	exportNotSeen,
	loginExpiresSoon,
	protocolMismatch,
	baseUrlDupV1,
	baseUrlPath,
	leftoverModel,
	customHeadersLeft,
	httpProxyMisroute,
	tlsIntercept,
	tlsUnchecked,
	onboardingCheck,
	notLoggedIn,
	cliMissing,
	cliBroken,
	cliTooOld,
	cliShadowed,
	...liveRefusals,
	...liveFailures,
	liveFailed,
];
