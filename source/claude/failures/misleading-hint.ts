import type {Cause} from '../causes.ts';
import {normalise, says} from './normalise.ts';

/** Causes for which signing in is the repair, so that the CLI's "/login" is right. */
const mendedByLogin: readonly Cause[] = [
	'not-logged-in',
	'credential-store',
	'oauth-expired',
	'oauth-revoked',
	'oauth-invalid',
	'oauth-scope',
	'account-no-access',
	'login-env-conflict',
];

/** Claude Code adds advice by the status alone. Where that advice leads away from the cause, this says so; otherwise null. */
export function misleadingHint(text: string, cause: Cause): string | null {
	const normal = normalise(text);
	if (says(normal, /run \/login/) && !mendedByLogin.includes(cause))
		return 'The advice "Please run /login" is added to every 401 and 403; it does not help here.';
	if (
		says(normal, /issue with the selected model/) &&
		(cause === 'base-url-path' || cause === 'base-url-dup-v1' || cause === 'stale-base-url')
	)
		return 'Claude Code speaks of the model after every 404; here the address is at fault.';
	if (says(normal, /temporar|稍后(?:再试|重试)/) && cause !== 'overloaded' && cause !== 'rate-limited')
		return 'It is called temporary, but waiting does not mend it.';
	return null;
}
