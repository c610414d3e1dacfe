import {describe, expect, it} from 'vitest';
import {shapes} from '../../source/credentials/shape-table.ts';
import {isTemplate} from '../../source/providers/address-match.ts';
import {catalogue} from '../../source/providers/catalogue.ts';
import {builtIn} from '../../source/providers/index.ts';
import {speaks} from '../../source/providers/speaks.ts';
import {usualAddress} from '../../source/providers/usual-address.ts';

/** Profiles and setup files name them, so an id is never changed nor taken away. */
const permanent =
	'anthropic claude-subscription claude-platform-aws openrouter coderouter litellm vercel-ai-gateway cloudflare-ai-gateway portkey helicone requesty aihubmix opencode-zen-go agentrouter zai zhipu-bigmodel moonshot-intl moonshot-cn kimi-code deepseek minimax-intl minimax-cn dashscope-cn dashscope-intl dashscope-coding-plan dashscope-token-plan siliconflow-cn siliconflow-intl volcengine-ark byteplus-ark xiaomi-mimo xiaomi-mimo-token-plan stepfun qianfan-coding qianfan-token-plan longcat modelscope ppio jiekou bailing atlascloud tencent-lkeap tencent-cloudbase kat-coder novita fireworks deepinfra openai groq mistral together cerebras nvidia-nim huggingface gemini xai bedrock vertex azure-foundry databricks snowflake-cortex ollama ollama-cloud lmstudio vllm llamacpp sglang localai claude-code-router ccp-fuergaosi233 ccp-1rgs ccp-aaaronmiller y-router cliproxyapi new-api claude-relay-service copilot-api custom-gateway'.split(
		' ',
	);

it('knows every endpoint by an id that stays', () => {
	expect(catalogue.map(({id}) => id).toSorted()).toEqual(permanent.toSorted());
});

describe.each(catalogue.map(provider => ({id: provider.id, provider})))('$id', ({provider}) => {
	it('has an address that claude can be given, or none', () => {
		for (const {url, keepsV1} of provider.baseUrls) {
			const plain = url.replace(/\{[^}]*\}/g, 'x');
			expect(URL.canParse(plain), url).toBe(true);
			expect(url).not.toMatch(/\/$|\/v1\/messages$|[?#@]|\s/);
			expect(keepsV1).toBe(speaks(provider) !== 'openai' && url.endsWith('/v1'));
			// Over the network a key goes encrypted.
			expect(plain).toMatch(/^https:|^http:\/\/(?:localhost|127\.0\.0\.1):\d+/);
		}
		if (provider.choice === 'asked') for (const base of provider.baseUrls) expect(base.which, base.url).not.toBeNull();
	});
	it('says how the key is sent, in a way its own facts allow', () => {
		const {reads, auth, kind, key} = provider;
		if (reads === 'bearer') expect(auth).toBe('bearer');
		if (reads === 'x-api-key') expect(auth).toBe('x-api-key');
		if (reads === 'nothing') expect(key.standIn).not.toBeNull();
		if (auth === 'both') expect(reads).toBe('either');
		if (kind === 'local' || kind === 'translator') expect(key.standIn ?? key.pattern ?? provider.proof).not.toBeNull();
	});
	it('has models, variables and proofs of the right form', () => {
		const {model, required, advised, proof, noProof} = provider;
		if (!model.needed) expect([model.suggested, model.faster, model.subagents]).toEqual([null, null, null]);
		if (model.suggested === null) expect([model.faster, model.subagents]).toEqual([null, null]);
		for (const {name, value} of [...required, ...advised]) {
			expect(name).toMatch(/^[A-Z][A-Z0-9_]+$/);
			expect(name).not.toMatch(/^ANTHROPIC_(?:API_KEY|AUTH_TOKEN|BASE_URL|MODEL|CUSTOM_HEADERS)$/);
			expect(value).not.toBe('');
		}
		// What is set for everybody is whole; only clouds, which are not set up by a base URL, leave something to fill in.
		if (provider.kind !== 'cloud') for (const {value} of required) expect(value).not.toMatch(/[{<]/);
		for (const url of [...(proof === null ? [] : [proof.url]), ...noProof]) {
			expect(url).toMatch(/^(?:\{base\}|https:\/\/|http:\/\/localhost:)/);
			expect(url).not.toBe(proof !== null && noProof.includes(proof.url) ? url : '');
		}
	});
	it('is written for people: short sentences without jargon', () => {
		for (const sentence of [...provider.traps, ...provider.baseUrls.flatMap(({note}) => note ?? [])]) {
			expect(sentence.length, sentence).toBeLessThan(200);
			expect(sentence).not.toMatch(/\bCC\b|\bCCR\b|env var|\bauthN\b|--[A-Z]|\bcreds?\b/);
		}
		for (const trap of provider.traps) expect(trap).toMatch(/^[A-Z0-9/"][\s\S]*\.$/);
		// In a list at 80 columns there has to be room for a hint beside it.
		expect(provider.label.length, provider.label).toBeLessThanOrEqual(42);
		expect(provider.source.length).toBeGreaterThan(0);
	});
	it('is found at its own address, where the address is nobody else’s', () => {
		for (const base of provider.baseUrls) {
			const address = base.url.replace(/\{[^}]*\}/g, 'my-own');
			const near = builtIn.near(address).filter(({match}) => match.kind === 'same');
			expect(near.map(({provider: {id}}) => id)).toContain(provider.id);
			const found = builtIn.at(address);
			const makers = new Set(near.map(({provider: {maker}}) => maker));
			if (makers.size === 1) expect(found?.maker).toBe(provider.maker);
			else expect(found).toBeNull();
		}
	});
});

it('names in every key shape only endpoints that there are, and whose own pattern takes such a key', () => {
	for (const {id, providers} of shapes) for (const name of providers) expect(builtIn.named(name), `${id}: ${name}`).not.toBeNull();
});

it('has for each that answers claude an address to use, or a question to ask for it', () => {
	const kinds = new Set(catalogue.map(provider => usualAddress(provider).kind));
	expect([...kinds].toSorted()).toEqual(['choose', 'fill-in', 'likely', 'one', 'unknown']);
	for (const provider of catalogue) {
		const usual = usualAddress(provider);
		if (usual.kind === 'one') expect(isTemplate({url: usual.url})).toBe(false);
	}
});

it('puts what most people have first', () => {
	expect(builtIn.all.slice(0, 3).map(({id}) => id)).toEqual(['openrouter', 'litellm', 'vercel-ai-gateway']);
	expect(builtIn.all.length).toBe(78);
});
