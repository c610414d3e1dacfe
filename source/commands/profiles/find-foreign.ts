import type {Machine} from '../../machine/machine.ts';
import {printable} from '../../places/show.ts';
import {foreigners} from '../../setups/foreign/index.ts';
import {type Understood, understood} from '../../setups/foreign/understood.ts';
import {isProfileName, type Profile} from '../../setups/profile.ts';
import {tilde} from '../tilde.ts';
import {readForeign} from './read-foreign.ts';

export type FoundForeign = {
	readonly name: string;
	readonly program: string;
	readonly file: string;
	readonly setup: Extract<Understood, {state: 'understood'}>;
};

/**
 * What other programs keep for this user, under names that are free here; and sentences about what is left where it is. What is kept
 * here already, under the same name for the same endpoint, is not found again.
 */
export function findForeign(
	profiles: readonly Profile[],
	machine: Pick<Machine, 'files' | 'environment' | 'clock'>,
): {readonly found: readonly FoundForeign[]; readonly left: readonly string[]} {
	const taken = profiles.map(({name}) => name);
	const found: FoundForeign[] = [];
	const left: string[] = [];
	for (const foreigner of foreigners) {
		const {program} = foreigner;
		for (const {path, said} of readForeign(foreigner, machine)) {
			const file = printable(tilde(path, machine.environment.home));
			left.push(...said.left.map(why => `${file} ${printable(why)}.`));
			for (const setup of said.found) {
				const one = understood(setup);
				const plain = plainName(setup.name, program);
				if (one.state === 'left') left.push(`${printable(setup.name)} of ${program} (${file}) is left: ${one.why}.`);
				else if (!isKept(plain, one, profiles))
					found.push({name: free(plain, [...taken, ...found.map(other => other.name)]), program, file, setup: one});
			}
		}
	}
	return {found, left};
}

function isKept(name: string, {baseUrl, credential}: FoundForeign['setup'], profiles: readonly Profile[]): boolean {
	return profiles.some(one => one.name === name && one.described.baseUrl === baseUrl && one.described.credential === credential);
}

/** As it is called there, in letters that a name may have here. */
function plainName(name: string, program: string): string {
	const plain = name
		.toLowerCase()
		.replace(/[^a-z0-9._-]+/g, '-')
		.replace(/\.{2,}/g, '.')
		.replace(/^[^a-z0-9]+|-+$/g, '')
		.slice(0, 30);
	return isProfileName(plain) ? plain : program;
}

function free(name: string, taken: readonly string[]): string {
	for (let count = 1; ; count += 1) {
		const tried = count === 1 ? name : `${name}-${count}`;
		if (!taken.includes(tried)) return tried;
	}
}
