/** A path, or a sentence with paths, with the home folder as `~`: shorter, and without the user's name. */
export function underHome(text: string, home: string): string {
	if (home === '' || home === '/') return text;
	return text.split(home).reduce((done, rest) => done + (/^(?:[\\/]|$|[\s.,:;)”])/.test(rest) ? '~' : home) + rest);
}
