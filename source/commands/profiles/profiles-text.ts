import {credentialOf} from '../../credentials/index.ts';
import {modelSizes} from '../../credentials/model-sizes.ts';
import {printable, showValue} from '../../places/show.ts';
import type {Described, SecretReference} from '../../setups/described.ts';
import type {Profile} from '../../setups/profile.ts';
import type {Terminal} from '../command.ts';
import {hostOf} from '../onboard/answers.ts';
import {tilde} from '../tilde.ts';

export type ProfileItem = {
	readonly id: string;
	readonly live: boolean;
	readonly added: string;
	/** In the form of a setup file; it holds no secret. */
	readonly setup: Readonly<Record<string, unknown>>;
};

export function profileItem({name, setup, added}: Profile, live: boolean): ProfileItem {
	return {id: name, live, added: new Date(added).toISOString(), setup};
}

/** One line each, the live one marked. */
export function profilesText(profiles: readonly Profile[], live: Profile | null, {unicode}: Pick<Terminal, 'unicode'>): readonly string[] {
	if (profiles.length === 0) return ['No profiles yet.', 'To keep one: wizard profiles add NAME --credential … --secret-stdin'];
	const width = Math.max(...profiles.map(({name}) => name.length));
	const mark = unicode ? '●' : '*';
	return [
		...profiles.map(profile => `${profile === live ? mark : ' '} ${profile.name.padEnd(width)}  ${profileSummary(profile.described)}`),
		...(live === null ? [] : ['', `${mark} is what claude follows now, in this folder.`]),
	];
}

export function profileSummary({credential, provider, baseUrl, model}: Described): string {
	const where = baseUrl === null ? provider : printable(hostOf(baseUrl));
	return [credentialOf(credential).title, where, model === null ? null : showValue('ANTHROPIC_MODEL', model)]
		.filter(part => part !== null)
		.join(', ');
}

export function profileText({name, described, added}: Profile, home: string): readonly string[] {
	const {provider, baseUrl, auth, model, models, headers, secret, secretHeaders, store} = described;
	const rows: readonly (readonly [string, string | null])[] = [
		['Profile', name],
		['Credential', credentialOf(described.credential).title],
		['Provider', provider],
		['Address', baseUrl === null ? null : showValue('ANTHROPIC_BASE_URL', baseUrl)],
		['Header', auth],
		['Model', model === null ? null : showValue('ANTHROPIC_MODEL', model)],
		...models.map(({size, name}): readonly [string, string] => [`  ${size}`, showValue(modelSizes[size], name)]),
		...headers.map((header): readonly [string, string] => [
			'With',
			showValue('ANTHROPIC_CUSTOM_HEADERS', `${header.name}: ${header.value}`),
		]),
		['Secret', secret === null ? 'your saved login' : keptIn(secret, home)],
		...secretHeaders.map((header): readonly [string, string] => ['With', `${header.name}, from ${keptIn(header.secret, home)}`]),
		['wizard use', `keeps it in ${store}`],
		['Added', new Date(added).toISOString().slice(0, 10)],
	];
	return rows.flatMap(([label, text]) => (text === null ? [] : [`${label.padEnd(12)}${text}`]));
}

function keptIn(reference: SecretReference, home: string): string {
	switch (reference.from) {
		case 'env':
			return `the variable ${reference.name}`;
		case 'file':
			return tilde(reference.path, home);
		case 'command':
			return `the command ${printable(reference.command)}`;
	}
}
