import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {apply} from '../../source/plan/apply.ts';
import {undo} from '../../source/plan/undo.ts';
import {realDisk} from '../helpers/real-disk.ts';
import {planFor, tried} from './fault-plan.ts';

/** Run under strace by faults.test.ts: applies or undoes the plan for real, or, as the control, writes as most programs do. */
const [what, home = ''] = process.argv.slice(2);
const stop = new AbortController();
process.on('SIGINT', () => stop.abort());
let state = '';
switch (what) {
	case 'apply':
		state = (await apply(planFor(home), realDisk(home), stop)).state;
		break;
	case 'undo':
		state = (await undo(null, realDisk(home), stop)).state;
		break;
	case 'naive':
		for (const {name, after} of tried) if (after !== null) writeFileSync(path.join(home, name), after);
		break;
	case 'count':
		// Adds lines to a file that another program adds lines to as well; a conflict means: read again.
		for (let count = 0; count < 40; ) {
			const file = path.join(home, '.zshrc');
			const before = readFileSync(file);
			const after = Buffer.concat([before, Buffer.from(`${process.pid} ${count}\n`)]);
			const wish = {path: file, before, after, mode: null, owner: null, secret: false, lock: 'ours'} as const;
			if (realDisk(home).writing.replace(wish).state === 'written') count += 1;
		}
		break;
}
// Not through stdout: where write fails, that fails too.
process.exitCode = ['applied', 'undone', ''].includes(state) ? 0 : state === 'cancelled' ? 4 : 3;
