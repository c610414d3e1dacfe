import {accountAndMoney} from './causes/account-and-money.ts';
import {addressAndProtocol} from './causes/address-and-protocol.ts';
import type {Cause, CauseEntry} from './causes/cause.ts';
import {cloudAndCli} from './causes/cloud-and-cli.ts';
import {network} from './causes/network.ts';
import {subscriptionOauth} from './causes/subscription-oauth.ts';
import {whichCredential} from './causes/which-credential.ts';

export {type Cause, type CauseEntry, causeLabels} from './causes/cause.ts';

/** Every cause with its title, reason, repair and mark; a label without an entry does not compile. */
export const causes: Readonly<Record<Cause, CauseEntry>> = {
	...whichCredential,
	...subscriptionOauth,
	...accountAndMoney,
	...addressAndProtocol,
	...network,
	...cloudAndCli,
};
