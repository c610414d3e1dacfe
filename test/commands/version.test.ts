import {expect, it} from 'vitest';
import manifest from '../../package.json' with {type: 'json'};
import {version} from '../../source/commands/version.ts';

it('is the one of package.json', () => {
	expect(version).toBe(manifest.version);
});
