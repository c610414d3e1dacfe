import {describe, expect, test} from 'vitest';
import {namedOtherwise} from '../../source/places/named-otherwise.ts';
import {readAssignments} from '../../source/shells/assignments.ts';
import type {ShellName} from '../../source/shells/shell.ts';

function named(text: string, shell: ShellName): readonly string[] {
	return namedOtherwise(text, readAssignments(text, shell)).map(({variable, line, column}) => `${variable} ${line}:${column}`);
}

describe('a name that no statement explains', () => {
	test.each<readonly [string, ShellName]>([
		['v=ANTHROPIC_API_KEY\nexport "$v=k"', 'bash'],
		["alias cc='export ANTHROPIC_API_KEY=k; claude'", 'bash'],
		['eval "$(grep ANTHROPIC_API_KEY ~/.keys)"', 'bash'],
		['some-tool --export ANTHROPIC_API_KEY >> ~/.out', 'bash'],
		['echo "set -gx ANTHROPIC_API_KEY k" | source', 'fish'],
		['my-loader ANTHROPIC_API_KEY # of mine', 'zsh'],
	])('is seen: %s', (text, shell) => {
		expect(named(text, shell).map(line => line.split(' ')[0])).toEqual(['ANTHROPIC_API_KEY']);
	});

	test.each<readonly [string, ShellName]>([
		['export ANTHROPIC_API_KEY=k A=1', 'bash'],
		['unset ANTHROPIC_API_KEY', 'bash'],
		['# export ANTHROPIC_API_KEY=k', 'bash'],
		['alias a=b # ANTHROPIC_API_KEY', 'bash'],
		['[ -n "$ANTHROPIC_API_KEY" ] && echo "${ANTHROPIC_API_KEY}"', 'bash'],
		['[ "${#ANTHROPIC_API_KEY}" -gt 0 ] && alias a=b', 'bash'],
		['echo "set ANTHROPIC_API_KEY first"', 'bash'],
		["cat <<'EOF' >/dev/null\nexport ANTHROPIC_API_KEY=k\nEOF\nalias a=b", 'bash'],
		['export MY_ANTHROPIC_API_KEY=k ANTHROPIC_API_KEY_OLD=k', 'bash'],
		['set -gx ANTHROPIC_API_KEY k', 'fish'],
	])('is not: %s', (text, shell) => {
		expect(named(text, shell)).toEqual([]);
	});

	test('is told once, with its place', () => {
		expect(named('alias a=b\n  tool ANTHROPIC_MODEL\ntool ANTHROPIC_MODEL\n', 'bash')).toEqual(['ANTHROPIC_MODEL 2:8']);
	});
});
