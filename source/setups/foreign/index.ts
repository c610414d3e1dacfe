import {ccSwitch} from './cc-switch.ts';
import {ccs} from './ccs.ts';
import {claudeCodeRouter} from './claude-code-router.ts';
import type {Foreign} from './foreign.ts';
import {zcf} from './zcf.ts';

/** In the order in which their setups are offered. */
export const foreigners: readonly Foreign[] = [ccSwitch, ccs, zcf, claudeCodeRouter];
