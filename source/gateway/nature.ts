import {type DamageKind, damageOf} from '../credentials/damage.ts';
import {recognise} from '../credentials/shapes.ts';
import type {CredentialHeader} from './credential-headers.ts';

/** What a credential is, as far as its text tells; the text itself stays behind. */
export type Nature = {
	/** The shape's id of credentials/shape-table.ts; null where it has none that is known. */
	readonly shape: string | null;
	/** As in "It is …". */
	readonly meaning: string;
	/** Whose it is where the shape proves it. */
	readonly owner: string | null;
	/** Ids of the provider catalogue that take it. */
	readonly providers: readonly string[];
	readonly damage: DamageKind | null;
	/** The token of a Claude login or of `claude setup-token`, not a key. */
	readonly login: boolean;
	/** LiteLLM and the relays of the new-api family give no other keys. */
	readonly beginsWithSk: boolean;
};

/** With the oauth beta, Claude Code says itself that its Bearer is a login (measured: 2.0.77 to 2.1.329), whatever shape it has. */
export function natureOf({name, value}: CredentialHeader, betas: readonly string[]): Nature {
	const text = value.reveal().trim();
	const shape = recognise(text)?.shape ?? null;
	const login = text.startsWith('sk-ant-oat') || (name === 'authorization' && betas.some(beta => beta.startsWith('oauth-')));
	return {
		shape: shape?.id ?? null,
		meaning: login ? 'the token of a Claude login' : (shape?.meaning ?? (text === '' ? 'empty' : 'a value whose shape tells nothing')),
		owner: login || text.startsWith('sk-ant-') ? 'Anthropic' : shape?.certain ? shape.owner : null,
		providers: login ? ['anthropic'] : (shape?.providers ?? []),
		damage: damageOf(text)?.kind ?? null,
		login,
		beginsWithSk: text.startsWith('sk-'),
	};
}
