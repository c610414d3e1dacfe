/** Text with everything that would move the cursor, hide or reorder characters written out. Line ends must be gone already; tabs stay. */
export function visible(text: string): string {
	return text
		.replace(/[\u0000-\u0008\u000A-\u001F]/g, character => String.fromCharCode(0x2400 + character.charCodeAt(0)))
		.replaceAll('\u007F', '\u2421')
		.replace(
			/[\u0080-\u009F\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
			character => `⟨U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}⟩`,
		);
}
