import type {BytePath, Machine} from '../machine/machine.ts';
import {pathOf} from '../places/roots.ts';
import type {Context, Invocation, Run} from './command.ts';
import {pageFor} from './page.ts';
import {progressLine} from './scan/progress-line.ts';
import type {ScanFinding} from './scan/scan-finding.ts';
import {scanFolders} from './scan/scan-folders.ts';
import {findingJson} from './scan/scan-json.ts';
import {resultLine, sarifEnd, sarifStart} from './scan/scan-sarif.ts';
import {findingLines, summary} from './scan/scan-text.ts';
import {type Showing, showingIn} from './scan/showing.ts';

/** `wizard scan DIR…`: what the projects below some folders would do with a credential, or hold of one. Looks only, and sends nothing. */
export const scan: Run = async (invocation, context) => {
	const {machine, err, fail, terminal} = context;
	const {options} = invocation;
	if (options.json && options.sarif) return fail(2, '--json and --sarif are two forms of the same answer.', 'Give one of them.');
	const roots = rootsOf(machine, invocation.operands);
	if (typeof roots === 'string') return fail(2, roots);
	const progress = progressLine(context);
	const page = pageFor(terminal);
	const form = formOf(invocation, context, showingIn(machine, roots));
	form.begin();
	const tally = await scanFolders(machine, roots, options.history === true, {
		finding(finding) {
			progress.clear();
			form.each(finding);
		},
		progress: progress.show,
	});
	progress.clear();
	form.end();
	err(summary(tally, page, machine.environment.home));
	return tally.findings.error > 0 ? 1 : 0;
};

type Form = {readonly begin: () => void; readonly each: (finding: ScanFinding) => void; readonly end: () => void};

/** All three write each finding as it comes, so that nothing is held. */
function formOf({options}: Invocation, {out, terminal}: Context, showing: Showing): Form {
	const nothing = () => {};
	if (options.json) return {begin: nothing, each: finding => out(JSON.stringify(findingJson(finding, showing))), end: nothing};
	if (options.sarif) {
		let first = true;
		return {
			begin: () => out(sarifStart()),
			each: finding => {
				out(`${first ? '' : ','}${resultLine(finding, showing)}`);
				first = false;
			},
			end: () => out(sarifEnd),
		};
	}
	const page = pageFor(terminal);
	return {begin: nothing, each: finding => out(`${findingLines(finding, page, showing)}\n`), end: nothing};
}

/** Real paths, each once, and none inside another; a sentence where one is no folder. */
function rootsOf({folders, files, environment}: Machine, operands: readonly string[]): readonly BytePath[] | string {
	const {resolve, sep} = pathOf(environment);
	const real: BytePath[] = [];
	for (const operand of operands) {
		const path = resolve(environment.cwd, operand);
		const root = files.stat(path, 'follow')?.kind === 'folder' ? folders.real(folders.bytePath(path)) : null;
		if (root === null) return `${folders.text(folders.bytePath(operand))} does not exist or is no folder.`;
		real.push(root);
	}
	const within = (folder: BytePath, other: BytePath) => folder.startsWith(other.endsWith(sep) ? other : other + sep);
	return [...new Set(real)].filter(root => !real.some(other => other !== root && within(root, other)));
}
