import {expect, it} from 'vitest';
import {endpoints} from '../../source/providers/index.ts';
import {wantsEmptyKey} from '../../source/providers/wants-empty-key.ts';

it('knows the hosts of which the catalogue says so, and no others', () => {
	const urls = endpoints.flatMap(({apiKey, maker, baseUrls}) => baseUrls.map(({url}) => ({url, maker: apiKey === 'empty' ? maker : null})));
	for (const {url} of urls.filter(one => URL.canParse(one.url))) {
		// Several programs listen at the same port of this computer.
		const maker = urls.find(one => one.url === url && one.maker !== null)?.maker ?? null;
		expect([url, wantsEmptyKey(url)]).toEqual([url, maker]);
	}
	expect(urls.filter(({maker}) => maker !== null).length).toBeGreaterThanOrEqual(3);
	expect(wantsEmptyKey('https://openrouter.ai.example/api')).toBeNull();
	expect(wantsEmptyKey('no address')).toBeNull();
});
