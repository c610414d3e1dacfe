import type {Secret} from '../../credentials/secret.ts';
import type {Machine} from '../../machine/machine.ts';
import {pathOf} from '../../places/roots.ts';
import {keepSecrets, takeOutSecrets} from '../../plan/keep-secrets.ts';
import type {SecretReference} from '../../setups/described.ts';
import type {Profile} from '../../setups/profile.ts';
import {storeNamed} from '../../stores/index.ts';
import {storeRoots} from '../store-roots.ts';

export type KeptReference =
	| {readonly state: 'kept'; readonly reference: SecretReference}
	| {readonly state: 'refused'; readonly message: string; readonly hint: string | null};

/** Keeps a secret of a profile: in the system's store, or in a file of ours that only this user can read. */
export async function keepProfileSecret(
	account: string,
	secret: Secret,
	where: 'file' | 'system',
	machine: Machine,
): Promise<KeptReference> {
	return where === 'file' ? keepInFile(account, secret, machine) : keepInSystem(account, secret, machine);
}

async function keepInSystem(account: string, secret: Secret, machine: Machine): Promise<KeptReference> {
	const roots = await storeRoots(machine, {shell: null, command: null, account: `profile-${account}`});
	const kept = storeNamed('helper').keep(
		{title: account, set: [{name: 'ANTHROPIC_AUTH_TOKEN', value: {kind: 'secret', secret}}], unset: []},
		roots,
	);
	if (kept.state === 'refused') return {state: 'refused', message: `${kept.why}.`, hint: kept.hint};
	const done = await keepSecrets(
		machine,
		kept.edits.filter(edit => edit.kind === 'keep-secret'),
	);
	if (done.state === 'failed') return {state: 'refused', message: `${done.program} did not take the secret: ${done.message}.`, hint: null};
	return {state: 'kept', reference: {from: 'command', command: roots.program?.helper ?? ''}};
}

function keepInFile(account: string, secret: Secret, machine: Machine): KeptReference {
	const path = secretFile(account, machine);
	const reading = machine.files.read(path);
	const written = machine.writing.replace({
		path,
		before: reading.state === 'bytes' ? reading.bytes : null,
		after: new TextEncoder().encode(`${secret.reveal()}\n`),
		mode: 0o600,
		owner: null,
		secret: true,
		lock: 'ours',
	});
	if (written.state === 'written' || written.state === 'same') return {state: 'kept', reference: {from: 'file', path}};
	return {state: 'refused', message: `The secret could not be written to ${path}: ${written.message}.`, hint: null};
}

/** Takes the secrets of a profile out again where they are ours to take, and gives what would not go. */
export async function forgetProfileSecrets({account, described}: Profile, machine: Machine): Promise<readonly string[]> {
	const {secret, secretHeaders} = described;
	const kept = [
		...(secret === null ? [] : [{account, reference: secret}]),
		...secretHeaders.map((header, index) => ({account: headerAccount(account, index), reference: header.secret})),
	];
	const left: string[] = [];
	for (const one of kept) {
		const message = await forget(one.account, one.reference, machine);
		if (message !== null) left.push(message);
	}
	return left;
}

/** Under which the secret of a header is kept. */
export function headerAccount(account: string, index: number): string {
	return `${account}.header-${index + 1}`;
}

async function forget(account: string, reference: SecretReference, machine: Machine): Promise<string | null> {
	switch (reference.from) {
		case 'env':
			return null;
		case 'file':
			return reference.path === secretFile(account, machine) ? removeFile(reference.path, machine) : null;
		case 'command': {
			const {program} = await storeRoots(machine, {shell: null, command: null, account: `profile-${account}`});
			if (program === null || program.helper !== reference.command || program.remove === null) return null;
			const [left] = await takeOutSecrets(machine, [{program: program.name, back: program.remove}]);
			return left?.message ?? null;
		}
	}
}

function removeFile(path: string, {files, writing}: Machine): string | null {
	const reading = files.read(path);
	if (reading.state !== 'bytes') return null;
	const wish = {path, before: reading.bytes, after: null, mode: null, owner: null, secret: true, lock: 'ours'} as const;
	const written = writing.replace(wish);
	return written.state === 'written' || written.state === 'same' ? null : written.message;
}

function secretFile(account: string, {environment}: Machine): string {
	return pathOf(environment).join(environment.state, 'profiles', `${account}.secret`);
}
