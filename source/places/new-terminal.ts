import {competingVariables} from '../credentials/competing.ts';
import type {Machine} from '../machine/machine.ts';
import {shellNamed} from '../shells/index.ts';
import type {Fact, VariableFact} from './fact.ts';
import {findRoots} from './roots.ts';
import {lastingIn} from './startup-files.ts';

/** What is found from a terminal that is opened now: the variables of this one, with what the startup files say of them since. */
export type NewTerminal = {
	readonly facts: readonly Fact[];
	/** For each value that such a terminal has and this one does not, the line that gives it. */
	readonly writtenAt: ReadonlyMap<Fact, VariableFact>;
};

/**
 * Null where a new terminal would be as this one in all that decides which credential goes where; then nothing is read a second time.
 * What no startup file speaks of stays as it is here: whoever set it may set it there too.
 */
export function lookFromNewTerminal(machine: Machine, facts: readonly Fact[]): NewTerminal | null {
	const shell = shellNamed(machine.environment.variables['SHELL'] ?? '');
	if (shell === null || !facts.some(fact => isOfShells(fact) && isNews(fact, facts))) return null;
	const said = lastingIn(shell, machine, findRoots(machine)).map(fact => facts.find(isSameLine(fact)) ?? fact);
	const universal = shell.name === 'fish' ? facts.filter(isUniversal).filter(({variable}) => !says(said, variable)) : [];
	const news = [...said, ...universal].filter(isOfShells).filter(fact => isNews(fact, facts));
	if (news.length === 0) return null;
	const writtenAt = new Map<Fact, VariableFact>(news.filter(({state}) => state !== 'absent').map(fact => [given(fact), fact]));
	const kept = facts.filter(({place, variable}) => place !== 'shell' || !says(news, variable));
	return {facts: [...writtenAt.keys(), ...kept], writtenAt};
}

const decisive: ReadonlySet<string> = new Set(competingVariables);

function isOfShells(fact: Fact): fact is VariableFact {
	return fact.kind === 'variable' && (fact.place === 'startup-file' || isUniversal(fact)) && decisive.has(fact.variable);
}

function isUniversal(fact: Fact): fact is VariableFact {
	return fact.kind === 'variable' && fact.origin.from === 'fish-universal' && fact.origin.exported && fact.state !== 'ignored';
}

/** What is computed when the shell starts, and what no other program gets, may be anything. */
function isNews({variable, state, value}: VariableFact, facts: readonly Fact[]): boolean {
	const here = facts.find(fact => fact.place === 'shell' && fact.variable === variable) ?? null;
	if (state === 'absent') return here !== null;
	if (state === 'empty') return here?.state !== 'empty';
	return state === 'text' && value !== null && here?.value?.equals(value) !== true;
}

function isSameLine({file, line, column, variable}: VariableFact) {
	return (other: Fact): other is VariableFact =>
		other.place === 'startup-file' && other.variable === variable && other.file === file && other.line === line && other.column === column;
}

function says(facts: readonly Fact[], name: string): boolean {
	return facts.some(({variable}) => variable === name);
}

function given(fact: VariableFact): VariableFact {
	return {...fact, place: 'shell', file: null, line: null, column: null, origin: {from: 'process'}};
}
