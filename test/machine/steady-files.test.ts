import {expect, it} from 'vitest';
import type {Files} from '../../source/machine/machine.ts';
import {pretend} from '../../source/machine/pretend.ts';
import {steadyFiles} from '../../source/machine/steady-files.ts';

it('asks the disk once for each path, and answers as it was then', () => {
	const machine = pretend({files: {'~/a': 'one', '~/big': 'x'.repeat(70_000), '~/link': {link: 'a'}}});
	const asked: string[] = [];
	const counting = new Proxy(machine.files, {
		get: (files, name: keyof Files) =>
			((...given: unknown[]) => {
				asked.push(`${name} ${given.join(' ')}`);
				return (files[name] as (...given: unknown[]) => unknown)(...given);
			}) as never,
	});
	const steady = steadyFiles(counting);
	const text = (path: string) => {
		const reading = steady.read(path);
		return reading.state === 'bytes' ? new TextDecoder().decode(reading.bytes) : reading.state;
	};
	const seen = () => [
		text('/home/ada/a'),
		text('/home/ada/none'),
		steady.stat('/home/ada/link')?.kind,
		steady.stat('/home/ada/link', 'follow')?.kind,
		steady.stat('/home/ada/none'),
		steady.real('/home/ada/link'),
		steady.list('/home/ada')?.length,
		text('/home/ada/big').length,
	];
	const first = seen();
	expect(first).toEqual(['one', 'absent', 'link', 'file', null, '/home/ada/a', 3, 70_000]);
	machine.tree.take('/home/ada/a');
	expect(seen()).toEqual(first);
	expect(new Set(asked).size).toBe(8);
	// What is large is read again.
	expect(asked.length).toBe(9);
});
