/** Versions whose requests were recorded, oldest first. The evidence is in test/evidence. */
export const observedVersions = ['2.0.77', '2.1.100', '2.1.197', '2.1.329'] as const;

export type ObservedVersion = (typeof observedVersions)[number];

export type Basis = {
	/** The version asked for, as `claude --version` prints it; null where no claude was found. */
	readonly version: string | null;
	readonly rulesOf: ObservedVersion;
	/** How near the asked version is to a recorded one; everything but `same` is said to the user. */
	readonly certainty: 'same' | 'between' | 'newer' | 'older' | 'no-claude';
};

/** The recorded version whose rules count for this one: the newest that is not newer than it. */
export function basisFor(version: string | null): Basis {
	const newest = observedVersions[observedVersions.length - 1] as ObservedVersion;
	if (version === null) return {version, rulesOf: newest, certainty: 'no-claude'};
	if (compareVersions(version, newest) > 0) return {version, rulesOf: newest, certainty: 'newer'};
	const oldest = observedVersions[0];
	if (compareVersions(version, oldest) < 0) return {version, rulesOf: oldest, certainty: 'older'};
	let rulesOf: ObservedVersion = oldest;
	for (const observed of observedVersions) if (compareVersions(version, observed) >= 0) rulesOf = observed;
	return {version, rulesOf, certainty: rulesOf === version ? 'same' : 'between'};
}

/** Negative where `a` is older. Anything after the three numbers is not looked at. */
export function compareVersions(a: string, b: string): number {
	const left = numbers(a);
	const right = numbers(b);
	for (let i = 0; i < 3; i++) {
		const difference = (left[i] ?? 0) - (right[i] ?? 0);
		if (difference !== 0) return difference;
	}
	return 0;
}

function numbers(version: string): readonly number[] {
	return (/\d+(?:\.\d+){0,2}/.exec(version)?.[0] ?? '0').split('.').map(Number);
}
