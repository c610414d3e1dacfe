import {entries} from './catalogue/index.ts';
import {providerFrom} from './entry.ts';
import type {Provider} from './provider.ts';

/** What is known of each endpoint, from its own documentation or source; model names go stale first. */
export const catalogue: readonly Provider[] = entries.map(providerFrom);
