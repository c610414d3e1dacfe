import {mkdtempSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';

/**
 * Every test starts with an environment built from nothing and a home of its own, so that no test can see, print or change
 * what belongs to the person who runs it. test/guard.test.ts proves it.
 */
const kept = ['PATH', 'NODE', 'TMPDIR', 'SystemRoot', 'TEMP', 'TMP'];
for (const name of Object.keys(process.env))
	if (!kept.includes(name) && !name.startsWith('VITEST') && name !== 'NODE_ENV' && name !== 'TEST') delete process.env[name];

const home = mkdtempSync(path.join(tmpdir(), 'wizard-test-home-'));
process.env['HOME'] = home;
process.env['USERPROFILE'] = home;
process.env['TERM'] = 'xterm-256color';
process.env['LANG'] = 'C.UTF-8';
process.on('exit', () => {});
