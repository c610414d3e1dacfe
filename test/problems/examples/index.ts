import type {ProblemExamples} from '../example.ts';
import {baseUrlDupV1} from './base-url-dup-v1.ts';
import {bothSet} from './both-set.ts';
import {cliMissing} from './cli-missing.ts';
import {emptyKey} from './empty-key.ts';
import {envOverridesLogin} from './env-overrides-login.ts';
import {gatewayOauthCollision} from './gateway-oauth-collision.ts';
import {helperFailed} from './helper-failed.ts';
import {keyNotApproved} from './key-not-approved.ts';
import {loginEnvConflict} from './login-env-conflict.ts';
import {malformedKey} from './malformed-key.ts';
import {notLoggedIn} from './not-logged-in.ts';
import {placeholderKey} from './placeholder-key.ts';
import {protocolMismatch} from './protocol-mismatch.ts';
import {settingsInvalid} from './settings-invalid.ts';
import {wrongHeader} from './wrong-header.ts';
import {wrongPlanOrRegion} from './wrong-plan-or-region.ts';
import {wrongProductKey} from './wrong-product-key.ts';

/** The same order as source/problems/index.ts. */
export const examples: readonly ProblemExamples[] = [
	settingsInvalid,
	emptyKey,
	placeholderKey,
	malformedKey,
	wrongPlanOrRegion,
	wrongProductKey,
	wrongHeader,
	helperFailed,
	bothSet,
	loginEnvConflict,
	envOverridesLogin,
	gatewayOauthCollision,
	keyNotApproved,
	protocolMismatch,
	baseUrlDupV1,
	notLoggedIn,
	cliMissing,
];
