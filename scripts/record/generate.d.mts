import type {Scenario} from '../../test/request/machine-of.ts';

export function generate(options: {readonly seed: number; readonly count: number; readonly managed: boolean}): readonly Scenario[];
