import {describe, expect, it} from 'vitest';
import {shapes} from '../../source/credentials/shape-table.ts';
import {endpoints} from '../../source/providers/index.ts';
import {vendorAt} from '../../source/providers/vendor.ts';

const documented = endpoints.flatMap(({id, baseUrls, reads}) =>
	baseUrls.flatMap(({url}) => (URL.canParse(url) ? [{id, reads, vendor: vendorAt(new URL(url).hostname)}] : [])),
);
const known = documented.flatMap(({id, reads, vendor}) => (vendor === null ? [] : [{id, reads, vendor}]));

describe('hosts that take keys of their own alone, or read one header', () => {
	it('are hosts of the catalogue, and read what it says', () => {
		expect([...new Set(known.map(({vendor}) => vendor.name))].sort()).toEqual([
			"Alibaba's Coding Plan",
			'Fireworks',
			'Kimi Code',
			"MiMo's Token Plan",
			'MiniMax',
			'OpenCode Zen',
			'OpenRouter',
			'Z.ai',
			'Zhipu',
		]);
		const others = known.filter(({reads, vendor}) => reads !== vendor.reads && reads !== 'unknown' && vendor.reads !== 'either');
		expect(others).toEqual([]);
	});

	it('name shapes that there are', () => {
		const ids = shapes.map(({id}) => id);
		expect(known.flatMap(({vendor}) => vendor.shapes ?? []).filter(shape => !ids.includes(shape))).toEqual([]);
	});

	it.each(['openrouter.ai.example', 'notopenrouter.ai', 'api.z.ai.example', 'dashscope.aliyuncs.com'])('%s is not one of them', host => {
		expect(vendorAt(host)).toBeNull();
	});
});
