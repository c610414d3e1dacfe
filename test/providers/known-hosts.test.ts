import {describe, expect, test} from 'vitest';
import {endpoints} from '../../source/providers/index.ts';
import {betterAddresses, knownHost} from '../../source/providers/known-hosts.ts';
import {foreignForm, modelFamily} from '../../source/providers/model-family.ts';

const documented = endpoints.flatMap(({id, baseUrls}) => baseUrls.map(({url}) => [id, url.replace(/\{\w+\}/g, 'x')] as const));

describe('known hosts', () => {
	test('no address of the catalogue is called wrong', () => {
		expect(documented.length).toBeGreaterThan(30);
		expect(documented.filter(([, url]) => betterAddresses(url) !== null)).toEqual([]);
	});

	test('every host of the catalogue that has one path of its own is known', () => {
		const unknown = documented.filter(
			([, url]) => URL.canParse(url) && /[./](?:anthropic|coding)\/?$/.test(url) && knownHost(url) === null,
		);
		// What cannot be told by the host: paths with parts of the user's, local programs, and plans whose other paths are not known.
		expect(unknown.map(([id]) => id).filter(id => !leftOut.includes(id))).toEqual([]);
	});

	test.each([
		['https://api.z.ai', ['https://api.z.ai/api/anthropic']],
		['https://api.deepseek.com/anthropic/', null],
		['https://api.anthropic.com/anything', ['https://api.anthropic.com']],
		['https://gw.example.com', null],
		['no address', null],
	])('of %s knows better: %j', (address, better) => {
		expect(betterAddresses(address)).toEqual(better);
	});
});

const leftOut = ['cloudflare-ai-gateway', 'litellm', 'databricks', 'byteplus-ark'];

describe('names of models', () => {
	test.each([
		['glm-4.6', 'GLM'],
		['z-ai/glm-4.6', 'GLM'],
		['claude-sonnet-4-5', 'Claude'],
		['us.anthropic.claude-sonnet-4-5-20250929-v1:0', 'Claude'],
		['MiniMax-M2', 'MiniMax'],
		['gpt-5.1', 'GPT'],
		['o3', 'GPT'],
		['opus', null],
		['my-gateway-model', null],
	])('%s is of the family %s', (name, family) => {
		expect(modelFamily(name)).toBe(family);
	});

	test.each([
		['anthropic/claude-sonnet-4.5', 'router'],
		['us.anthropic.claude-opus-4-1-20250805-v1:0', 'bedrock'],
		['arn:aws:bedrock:us-east-1:1:inference-profile/x', 'bedrock'],
		['claude-opus-4-1@20250805', 'vertex'],
		['claude-opus-4-1', null],
	])('%s is the form of %s', (name, form) => {
		expect(foreignForm(name)).toBe(form);
	});
});
