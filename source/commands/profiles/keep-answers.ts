import type {Secret} from '../../credentials/secret.ts';
import type {Machine} from '../../machine/machine.ts';
import type {Described, SecretReference} from '../../setups/described.ts';
import type {Answers} from '../onboard/answers.ts';
import {headerAccount, keepProfileSecret} from './profile-secrets.ts';

export type GivenSetup =
	| {readonly state: 'described'; readonly described: Described}
	| {readonly state: 'wrong'; readonly code: 2 | 3 | 130; readonly message: string; readonly hint: string | null};

/** What of a profile is said in other words than the answers have it. */
export type Said = Pick<Described, 'provider' | 'baseUrl' | 'auth' | 'model' | 'store' | 'shell'> & {
	/** Already a reference, where it is a command that prints it. */
	readonly secret: SecretReference | null;
};

/** Answers as a profile: every secret of theirs goes where the profile keeps it. */
export async function keepAnswers(account: string, answers: Answers, said: Said, machine: Machine): Promise<GivenSetup> {
	const where = said.store === 'helper' ? 'system' : 'file';
	const keep = async (under: string, value: Secret): Promise<SecretReference | GivenSetup> => {
		const kept = await keepProfileSecret(under, value, where, machine);
		return kept.state === 'kept' ? kept.reference : {state: 'wrong', code: 3, message: kept.message, hint: kept.hint};
	};
	const secret = said.secret ?? (answers.secret === null ? null : await keep(account, answers.secret));
	if (secret !== null && 'state' in secret) return secret;
	const secretHeaders: Described['secretHeaders'][number][] = [];
	for (const [index, header] of answers.secretHeaders.entries()) {
		const kept = await keep(headerAccount(account, index), header.secret);
		if ('state' in kept) return kept;
		secretHeaders.push({name: header.name, secret: kept});
	}
	const headers = answers.headers.map(line => ({name: line.replace(/:.*$/s, ''), value: line.replace(/^[^:]*:\s*/, '')}));
	const credential = answers.credential ?? 'router-key';
	return {
		state: 'described',
		described: {...said, credential, models: answers.models, headers, secret, secretHeaders, remove: 'competing'},
	};
}
