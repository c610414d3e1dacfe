/** Paths inside the home folder as `~`, wherever they stand in a text: a report must be safe to paste in public. */
export function tilde(text: string, home: string): string {
	const folder = home.replace(/[/\\]+$/, '');
	if (folder === '') return text;
	const escaped = folder.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
	return text.replace(new RegExp(`(?<![\\w./\\\\-])${escaped}(?=[/\\\\]|$|[^\\w.-])`, 'g'), '~');
}
