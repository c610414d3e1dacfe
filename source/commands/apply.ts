import {pathOf} from '../places/roots.ts';
import {printable} from '../places/show.ts';
import {commandsOf, type Described} from '../setups/described.ts';
import {setupSchema} from '../setups/setup-schema.ts';
import {readSetupText} from '../setups/setup-text.ts';
import {applySetup} from './apply-setup.ts';
import type {Context, Run} from './command.ts';
import {givenSecret} from './given-secret.ts';
import {contentHash, trustedFile} from './trusted-file.ts';

/** A setup is a page of text; a file that is larger is something else. */
const most = 256 * 1024;

/** `wizard apply FILE`: a setup described in a file, without questions. A second run changes nothing; `--check` only tells. */
export const apply: Run = async ({options, operands}, context) => {
	const {out, fail, machine} = context;
	if (options.schema) {
		out(JSON.stringify(setupSchema, null, 2));
		return 0;
	}
	const [name] = operands;
	if (name === undefined) return fail(2, 'Which file?', 'wizard apply FILE, or - for standard input. Its form: wizard apply --schema');
	const file = await textOf(name, context);
	if (file.state === 'wrong') return fail(2, file.message);
	const read = readSetupText(new TextDecoder().decode(file.bytes));
	if (read.state === 'wrong') {
		const [first = '', ...more] = read.complaints.map(printable);
		return fail(2, `${name}: ${first}${more.length > 0 ? `\n        ${more.join('\n        ')}` : ''}.`, 'Its form: wizard apply --schema');
	}
	if (name === '-' && options['secret-stdin']) return fail(2, 'Standard input cannot be the file and the secret at once.');
	const given = await givenSecret(options, context);
	if (given.state === 'wrong') return fail(2, given.message, given.hint);
	const own = given.state === 'none' ? read.described.secret : null;
	const refused = await mayRun({...read.described, secret: own}, file, options.trust, context);
	if (refused !== null) return refused;
	const command = options['secret-command'];
	const described = {...read.described, secret: command === undefined ? own : ({from: 'command', command} as const)};
	// The file was named, and that is the agreement.
	const agreed = {...options, yes: true} as const;
	return applySetup(
		described,
		pathOf(machine.environment).dirname(file.path),
		agreed,
		context,
		given.state === 'none' ? null : given.secret,
	);
};

type Read = {readonly state: 'read'; readonly path: string; readonly bytes: Uint8Array};

async function textOf(name: string, {machine, input}: Context): Promise<Read | {readonly state: 'wrong'; readonly message: string}> {
	const {environment, files} = machine;
	const {resolve} = pathOf(environment);
	if (name === '-')
		return {state: 'read', path: resolve(environment.cwd, 'standard input'), bytes: new TextEncoder().encode(await input())};
	const path = resolve(environment.cwd, name);
	const reading = files.read(path, most);
	switch (reading.state) {
		case 'absent':
			return {state: 'wrong', message: `There is no file ${name}.`};
		case 'unreadable':
			return {state: 'wrong', message: `${name} cannot be read: ${reading.message}.`};
		case 'bytes':
			return {state: 'read', path: reading.real, bytes: reading.bytes};
	}
}

/** Null where it may, else the exit code of a refusal that was told. */
async function mayRun(described: Described, {path, bytes}: Read, given: string | undefined, context: Context): Promise<number | null> {
	const runs = commandsOf(described).map(printable);
	if (runs.length === 0) return null;
	const question = `To get at the secret this file runs:\n${runs.map(line => `    ${line}`).join('\n')}\nRun it, now and whenever the file is as it is today?`;
	const answer = await trustedFile({path, bytes, question}, given, context);
	if (answer.state === 'trusted') return null;
	if (answer.declined) return context.fail(130, 'Nothing was run, and nothing was changed.');
	return context.fail(
		3,
		`This file runs a command to get at the secret (${runs.join('; ')}), and nobody has agreed to that yet.`,
		`To agree to this file as it is: --trust ${contentHash(bytes)}`,
	);
}
