import {expect, it} from 'vitest';
import {examine} from '../../source/commands/examine.ts';
import {pretend} from '../../source/machine/pretend.ts';

it('reads a bundle of certificates once, however many places name it', async () => {
	const machine = pretend({
		cwd: '/work',
		variables: {NODE_EXTRA_CA_CERTS: '/ca.pem'},
		files: {'/ca.pem': '-----BEGIN CERTIFICATE-----\n', '~/.bashrc': 'export NODE_EXTRA_CA_CERTS=/ca.pem\n'},
	});
	const reads: string[] = [];
	const {files} = machine;
	const read: typeof files.read = (path, limit) => {
		reads.push(path);
		return files.read(path, limit);
	};
	const {named} = await examine({...machine, files: {...files, read}});
	expect([...named.values()]).toEqual([
		{kind: 'file', pem: true},
		{kind: 'file', pem: true},
	]);
	expect(reads.filter(path => path === '/ca.pem')).toEqual(['/ca.pem']);
});
