import type {Machine} from '../../machine/machine.ts';
import {pathOf} from '../../places/roots.ts';
import {printable} from '../../places/show.ts';
import {foreigners} from '../../setups/foreign/index.ts';
import {type Understood, understood} from '../../setups/foreign/understood.ts';
import {isProfileName, type Profile} from '../../setups/profile.ts';
import {tilde} from '../tilde.ts';

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
	{files, environment}: Pick<Machine, 'files' | 'environment'>,
): {readonly found: readonly FoundForeign[]; readonly left: readonly string[]} {
	const {join, dirname, basename} = pathOf(environment);
	const taken = profiles.map(({name}) => name);
	const found: FoundForeign[] = [];
	const left: string[] = [];
	const paths = (pattern: string) => {
		const whole = join(environment.home, ...pattern.split('/'));
		if (!pattern.includes('*')) return [whole];
		const [before = '', after = ''] = basename(whole).split('*');
		const names = (files.list(dirname(whole)) ?? []).filter(
			name => name.startsWith(before) && name.endsWith(after) && name.length > before.length + after.length,
		);
		return names.toSorted().map(name => join(dirname(whole), name));
	};
	for (const {program, files: patterns, read, closed} of foreigners) {
		for (const path of patterns.flatMap(paths)) {
			const reading = files.read(path);
			const shown = printable(tilde(path, environment.home));
			if (reading.state === 'absent') continue;
			if (reading.state === 'unreadable') {
				left.push(`${shown} cannot be read: ${reading.message}.`);
				continue;
			}
			const said = read(new TextDecoder().decode(reading.bytes), basename(path));
			left.push(...said.left.map(why => `${shown} ${printable(why)}.`));
			for (const setup of said.found) {
				const one = understood(setup);
				const name = printable(setup.name);
				if (one.state === 'understood' && isKept(plainName(setup.name, program), one, profiles)) continue;
				if (one.state === 'left') left.push(`${name} of ${program} (${shown}) is left: ${one.why}.`);
				else
					found.push({
						name: free(plainName(setup.name, program), [...taken, ...found.map(other => other.name)]),
						program,
						file: shown,
						setup: one,
					});
			}
		}
		for (const {file, why} of closed)
			if (files.stat(join(environment.home, ...file.split('/')), 'follow') !== null) left.push(`~/${file} ${why}.`);
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
