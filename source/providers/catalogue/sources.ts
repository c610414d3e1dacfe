/** Where several entries of the catalogue come from, each at the state that was read. */

/** Presets and balance services of a program that switches between providers. */
export const ccSwitch = 'farion1231/cc-switch@5ca9459 (2026-08-21)';
/** Presets of claude-code-router. */
export const ccr = 'musistudio/claude-code-router@1347c86 (2026-08-22)';
/** A copy of Claude Code's own documentation. */
export const claudeDocs = 'code.claude.com/docs, as of 2026-08-22 (ericbuess/claude-code-docs@ec68a5b)';
/** Which request tells a good key from a bad one. */
export const trufflehog = 'trufflesecurity/trufflehog@3ab759f pkg/detectors (2026-08-21)';
export const gitleaks = 'gitleaks/gitleaks@b58d3f1 (2026-07-22)';
/** Quotes of vendors' documentation on which protocols they speak. */
export const compatibility = 'developersdigest.tech/reference/api-compatibility (2026 copy)';
export const modelsDev = 'anomalyco/models.dev@f3fc692';
export const dsclaude = 'Agents365-ai/dsclaude@237a253';
/** Claude Code 2.1.197 against a server on this computer. */
export const measured = 'measured with claude 2.1.197';
