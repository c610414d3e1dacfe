import {readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {proxyRoute} from '../../source/claude/proxy-route.ts';

type Seen = {
	readonly version: string;
	readonly url: string;
	readonly variables: Readonly<Record<string, string>>;
	readonly proxied: boolean;
};

const seen = readFileSync(path.join(import.meta.dirname, '../evidence/proxy-routes.jsonl'), 'utf8')
	.trimEnd()
	.split('\n')
	.map(line => JSON.parse(line) as Seen);

test('goes the way that each version was seen to go', () => {
	expect(seen.length).toBeGreaterThan(60);
	const wrong = seen.filter(({version, url, variables, proxied}) => (proxyRoute(url, variables, version).by === 'proxy') !== proxied);
	expect(wrong).toEqual([]);
});

test('ranges count by their bits, and only for addresses of the old kind', () => {
	const by = (host: string, list: string) => proxyRoute(`http://${host}/`, {HTTPS_PROXY: 'http://p:1', NO_PROXY: list}).by;
	expect(by('10.1.2.3', '10.0.0.0/8')).toBe('direct');
	expect(by('11.1.2.3', '10.0.0.0/8')).toBe('proxy');
	expect(by('192.168.7.9', '192.168.7.0/29')).toBe('proxy');
	expect(by('192.168.7.5', '192.168.7.0/29')).toBe('direct');
	expect(by('gw.example', '10.0.0.0/8')).toBe('proxy');
	expect(by('10.1.2.3', '10.0.0.0/99')).toBe('proxy');
});

test('says of a proxy whether claude can use it, and nothing of its password', () => {
	const route = (HTTPS_PROXY: string) => proxyRoute('https://gw.example/', {HTTPS_PROXY});
	expect(route('http://ada:secret@proxy.example:8080')).toEqual({
		by: 'proxy',
		variable: 'HTTPS_PROXY',
		host: 'proxy.example:8080',
		usable: 'yes',
	});
	expect(route('proxy.example:8080')).toMatchObject({host: 'proxy.example:8080', usable: 'yes'});
	expect(route('socks5://127.0.0.1:1080')).toMatchObject({usable: 'scheme'});
	expect(route('not a proxy')).toMatchObject({usable: 'no-address'});
});
