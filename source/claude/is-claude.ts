/** Whether a command starts claude, by its name alone; any folder and the endings of Windows may be around it. */
export function isClaude(program: string): boolean {
	return /(?:^|[/\\])claude(?:\.exe|\.cmd)?$/i.test(program);
}
