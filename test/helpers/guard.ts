import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';

/**
 * Every test file starts with an environment built from nothing and a home of its own, so that no test can see, print or change
 * what belongs to the person who runs it. test/guard.test.ts proves it.
 */
const ofTheSystem = ['PATH', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'ComSpec', 'PATHEXT', 'NODE_ENV', 'TEST'];
const ofOurs = ['WIZARD_TEST_CLAUDE', 'WIZARD_TEST_CCR', 'WIZARD_HOMES_SEED', 'WIZARD_HOMES_COUNT', 'WIZARD_HOMES_CLI'];
const kept = new Set([...ofTheSystem, ...ofOurs]);
for (const name of Object.keys(process.env)) if (!kept.has(name) && !name.startsWith('VITEST')) delete process.env[name];

const home = mkdtempSync(path.join(tmpdir(), 'wizard-test-home-'));
process.env['HOME'] = home;
process.env['USERPROFILE'] = home;
process.env['TERM'] = 'xterm-256color';
process.env['LANG'] = 'C.UTF-8';
process.on('exit', () => rmSync(home, {recursive: true, force: true}));
