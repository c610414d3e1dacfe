import type {GivenOptions} from './options.ts';

/** Screens need a terminal that can move its cursor; screen readers have --plain and INK_SCREEN_READER. */
export function wayToTalk({plain}: GivenOptions, variables: Readonly<Record<string, string>>): 'screens' | 'plain' {
	return plain === true || variables['TERM'] === 'dumb' || variables['TERM'] === undefined ? 'plain' : 'screens';
}
