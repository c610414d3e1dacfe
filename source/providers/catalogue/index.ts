import type {Entry} from '../entry.ts';
import {anthropic} from './anthropic.ts';
import {chineseClouds} from './chinese-clouds.ts';
import {clouds} from './clouds.ts';
import {gateways} from './gateways.ts';
import {local} from './local.ts';
import {modelHosts} from './model-hosts.ts';
import {modelMakers} from './model-makers.ts';
import {openaiOnly} from './openai-only.ts';
import {routers} from './routers.ts';
import {translators} from './translators.ts';

/** Everything known, in the order in which it is looked for: where two share an address, the first is taken. */
export const entries: readonly Entry[] = [
	...anthropic,
	...routers,
	...gateways,
	...modelMakers,
	...modelHosts,
	...chineseClouds,
	...local,
	...translators,
	...clouds,
	...openaiOnly,
];
