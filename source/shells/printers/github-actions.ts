import {oneLine} from '../refuse.ts';
import type {Printed, Wish} from '../wish.ts';
import {namedValues, secretNames} from './named-values.ts';
import type {Printer} from './printer.ts';

/** JSON strings are YAML strings. */
const yaml = (text: string): string => JSON.stringify(text);

/** A whole workflow, with the two ways in which people run claude there: by itself, and by Anthropic's action. */
export const githubActions: Printer = {
	name: 'github-actions',
	title: 'GitHub Actions',
	file: '.github/workflows/claude.yml',
	secrets: 'named',
	logins: 'absent',
	print: wish => {
		const evaluated = wish.set.find(({value}) => value.kind === 'plain' && value.text.includes('${{'));
		if (evaluated !== undefined) return {ok: false, name: evaluated.name, why: 'a ${{, which GitHub evaluates'};
		return workflow(wish);
	},
};

function workflow(wish: Wish): Printed {
	const names = secretNames(wish);
	const values = namedValues(wish, name => reference(storedAs(name, names))).map(([name, text]) => `${name}: ${yaml(text)}`);
	// What the action has an input for, it exports by itself, to the one step that needs it.
	const unknown = values.filter(value => !/^(?:ANTHROPIC_API_KEY|CLAUDE_CODE_OAUTH_TOKEN):/.test(value));
	const indented = (lines: readonly string[], by: number) => lines.map(line => `${' '.repeat(by)}${line}`);
	return {
		ok: true,
		text: [
			`# .github/workflows/claude.yml: ${oneLine(wish.title)}`,
			...stored(names),
			'name: Claude',
			'on:',
			'  workflow_dispatch:',
			'    inputs:',
			'      prompt: {description: What to ask, required: true, default: Say ok}',
			'  issue_comment: {types: [created]}',
			'jobs:',
			'  # claude by itself, as any script would start it. Only the step that needs the secret has it.',
			'  prompt:',
			"    if: github.event_name == 'workflow_dispatch'",
			'    runs-on: ubuntu-latest',
			'    permissions: {contents: read}',
			'    steps:',
			'      - uses: actions/checkout@v4',
			'      - run: npm install --global @anthropic-ai/claude-code',
			'      - env:',
			'          PROMPT: ${{ inputs.prompt }}',
			...indented(values, 10),
			'        run: |',
			...wish.unset.map(group => `          unset ${group.join(' ')}`),
			'          claude -p "$PROMPT"',
			'  # The action, which answers where somebody who may write here writes @claude.',
			'  mention:',
			"    if: github.event_name == 'issue_comment' && contains(github.event.comment.body, '@claude')",
			'    runs-on: ubuntu-latest',
			'    permissions: {contents: write, issues: write, pull-requests: write, id-token: write}',
			...(unknown.length === 0 ? [] : ['    env:', ...indented(unknown, 6)]),
			'    steps:',
			'      - uses: actions/checkout@v4',
			'      - uses: anthropics/claude-code-action@v1',
			'        with:',
			...indented(actionInputs(wish, names), 10),
		].join('\n'),
	};
}

/**
 * The action looks for its input before anything starts and knows no ANTHROPIC_AUTH_TOKEN, so a bearer key has to be given there as
 * well. It then exports that input as ANTHROPIC_API_KEY, which claude would send beside the right header; its `settings` become
 * settings.json, whose empty texts outrank what it exports (base-action/src/validate-env.ts, setup-claude-code-settings.ts).
 */
function actionInputs(wish: Wish, names: readonly string[]): readonly string[] {
	const [first] = names;
	const input = first === 'CLAUDE_CODE_OAUTH_TOKEN' ? 'claude_code_oauth_token' : 'anthropic_api_key';
	const plain = wish.set.flatMap(({name, value}) => (value.kind === 'plain' ? [[name, value.text] as const] : []));
	const env = Object.fromEntries([...plain, ...wish.unset.flat().map(name => [name, ''] as const)]);
	const why = first === 'ANTHROPIC_AUTH_TOKEN' ? ['# Needed for its own check; the settings keep it from being sent as x-api-key.'] : [];
	return [...(first === undefined ? [] : [...why, `${input}: ${reference(first)}`]), `settings: ${yaml(JSON.stringify({env}))}`];
}

const reference = (name: string): string => `\${{ secrets.${name} }}`;

/** Where both headers carry the key, it is stored once. */
function storedAs(name: string, names: readonly string[]): string {
	return name === 'ANTHROPIC_API_KEY' && names.includes('ANTHROPIC_AUTH_TOKEN') ? 'ANTHROPIC_AUTH_TOKEN' : name;
}

function stored(names: readonly string[]): readonly string[] {
	return [...new Set(names.map(name => storedAs(name, names)))].map(
		name =>
			`# Store the secret first: gh secret set ${name}${name === 'CLAUDE_CODE_OAUTH_TOKEN' ? '   (claude setup-token makes it)' : ''}`,
	);
}
