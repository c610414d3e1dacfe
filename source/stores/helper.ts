import {Secret} from '../credentials/secret.ts';
import type {Edit} from '../plan/edit.ts';
import type {SecretProgram} from './secret-programs.ts';
import {type Kept, type Store, secretOf} from './store.ts';

/**
 * The system's secret store, or a command of the user's, reached through `apiKeyHelper`. claude sends what it prints in both
 * headers, so this is offered only where the endpoint takes that.
 */
export const helper: Store = {
	name: 'helper',
	title: "the system's secret store",
	reaches: 'every-terminal',
	keep(wish, {userSettings: file, program}): Kept {
		if (program === null)
			return {
				state: 'refused',
				why: 'no program that keeps secrets was found here',
				hint: '--store settings, or --secret-command CMD for a command of yours',
			};
		const secret = secretOf(wish);
		if (program.put !== null && secret === null)
			return {state: 'refused', why: 'there is no secret to hand over yet', hint: '--secret-stdin'};
		const edits: Edit[] = [];
		if (program.put !== null && secret !== null) edits.push(handOver(program, secret));
		edits.push({
			kind: 'set-setting',
			file,
			path: ['apiKeyHelper'],
			value: program.helper,
			summary: `Let claude ask ${program.title}`,
			answers: {to: 'wish'},
		});
		for (const {name, value} of wish.set) {
			if (value.kind === 'plain')
				edits.push({kind: 'set-setting', file, path: ['env', name], value: value.text, summary: `Set ${name}`, answers: {to: 'wish'}});
		}
		return {state: 'kept', edits, openTerminals: []};
	},
};

function handOver(program: SecretProgram, secret: Secret): Edit {
	const put = program.put ?? {program: '', args: []};
	return {
		kind: 'keep-secret',
		secret: program.name === 'security' ? keychainCommand(program, secret) : secret,
		program: put.program,
		args: put.args,
		back: program.remove ?? put,
		summary: `Hand the secret to ${program.title}`,
		answers: {to: 'wish'},
	};
}

/** One command of `security -i`, which splits words as a shell does. */
function keychainCommand(program: SecretProgram, secret: Secret): Secret {
	const [, , service = '', , account = ''] = program.remove?.args ?? [];
	return new Secret(`add-generic-password -U -s ${service} -a ${account} -w "${secret.reveal().replace(/["\\]/g, '\\$&')}"\n`);
}
