import {accountClues} from './account-clues.ts';
import {addressClues} from './address-clues.ts';
import type {Clue} from './clue.ts';
import {credentialClues} from './credential-clues.ts';
import {programClues} from './program-clues.ts';
import {settingClues} from './setting-clues.ts';

/** Every clue, in the order of points.ts. */
export const clues: readonly Clue[] = [...credentialClues, ...accountClues, ...addressClues, ...programClues, ...settingClues];
