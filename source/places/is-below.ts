/** Is the path in that folder? `/home/ada-shared` is not in `/home/ada`. */
export function isBelow(path: string, folder: string): boolean {
	const base = folder.replace(/[/\\]+$/, '');
	return path.startsWith(`${base}/`) || path.startsWith(`${base}\\`);
}
