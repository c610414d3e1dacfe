import {oneLine} from '../refuse.ts';
import {namedValues, secretNames} from './named-values.ts';
import type {Printer} from './printer.ts';

/** JSON strings are YAML strings. */
const yaml = (text: string): string => JSON.stringify(text);

export const githubActions: Printer = {
	name: 'github-actions',
	title: 'GitHub Actions',
	file: '.github/workflows/claude.yml',
	secrets: 'named',
	print: wish => {
		const names = secretNames(wish);
		return {
			ok: true,
			text: [
				`# .github/workflows/claude.yml, in the job that runs claude: ${oneLine(wish.title)}`,
				...names.map(name => `# Store the secret first: gh secret set ${name}`),
				'env:',
				...namedValues(wish, reference).map(([name, text]) => `  ${name}: ${yaml(text)}`),
				// A job cannot unset what an organisation or workflow sets; empty counts as none.
				...wish.unset.flat().map(name => `  ${name}: ""`),
				...action(names),
			].join('\n'),
		};
	},
};

const reference = (name: string): string => `\${{ secrets.${name} }}`;

/** The action checks its inputs before it looks at the environment, and does not know ANTHROPIC_AUTH_TOKEN. */
function action(names: readonly string[]): readonly string[] {
	const [first] = names;
	if (first === undefined) return [];
	const input = first === 'CLAUDE_CODE_OAUTH_TOKEN' ? 'claude_code_oauth_token' : 'anthropic_api_key';
	return ['# With anthropics/claude-code-action also this input:', '#   with:', `#     ${input}: ${reference(first)}`];
}
