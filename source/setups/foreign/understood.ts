import type {AuthHeader, CredentialKind} from '../../credentials/competing.ts';
import {modelSizes, type NamedModels, namedModels} from '../../credentials/model-sizes.ts';
import {Secret} from '../../credentials/secret.ts';
import {isLoopback} from '../secret-rules.ts';
import type {ForeignSetup} from './foreign.ts';

export type Understood =
	| {
			readonly state: 'understood';
			readonly credential: CredentialKind;
			readonly baseUrl: string | null;
			readonly auth: AuthHeader | null;
			readonly model: string | null;
			readonly models: NamedModels;
			readonly secret: Secret;
			/** Variables that a profile does not keep. */
			readonly dropped: readonly string[];
	  }
	| {readonly state: 'left'; readonly why: string};

const kept: readonly string[] = [
	'ANTHROPIC_BASE_URL',
	'ANTHROPIC_AUTH_TOKEN',
	'ANTHROPIC_API_KEY',
	'CLAUDE_CODE_OAUTH_TOKEN',
	'ANTHROPIC_MODEL',
	...Object.values(modelSizes),
];

/** The variables of another program as a setup of ours; what would be two setups at once, or none, is left. */
export function understood({env}: ForeignSetup): Understood {
	const text = (name: string) => env[name]?.trim() || null;
	const [bearer, key, token] = [text('ANTHROPIC_AUTH_TOKEN'), text('ANTHROPIC_API_KEY'), text('CLAUDE_CODE_OAUTH_TOKEN')];
	const given = text('ANTHROPIC_BASE_URL');
	if (given !== null && !/^https?:\/\/\S+$/.test(given)) return left('its address is none');
	const url = given !== null && URL.canParse(given) ? new URL(given) : null;
	if (given !== null && url === null) return left('its address is none');
	const away = url !== null && url.hostname !== 'api.anthropic.com';
	const secrets = [...new Set([bearer, key, token].filter(one => one !== null))];
	const [secret] = secrets;
	if (secret === undefined) return left('it holds no key');
	if (secrets.length > 1) return left('it holds two different keys');
	const dropped = Object.keys(env).filter(name => !kept.includes(name));
	const models = namedModels(size => text(modelSizes[size]));
	const rest = {model: text('ANTHROPIC_MODEL'), models, secret: new Secret(secret), dropped};
	if (away && token === null)
		return {
			state: 'understood',
			credential: isLoopback(url) ? 'proxy-key' : 'router-key',
			baseUrl: given,
			auth: bearer === null ? 'x-api-key' : key === null ? 'bearer' : 'both',
			...rest,
		};
	if (away) return left('a token of a subscription does not belong to another host');
	const plain = {state: 'understood', baseUrl: null, auth: null, ...rest} as const;
	if (secret.startsWith('sk-ant-oat')) return {...plain, credential: 'subscription'};
	if (bearer !== null || token !== null) return left('it holds a bearer key and no address');
	return {...plain, credential: 'console-key'};
}

function left(why: string): Understood {
	return {state: 'left', why};
}
