import {aihubmix} from './aihubmix.ts';
import {anthropic} from './anthropic.ts';
import {claudeCodeProxy} from './claude-code-proxy.ts';
import {claudeCodeRouter} from './claude-code-router.ts';
import {claudeRelayService} from './claude-relay-service.ts';
import {cliProxyApi} from './cli-proxy-api.ts';
import {cloudflare} from './cloudflare.ts';
import {litellm} from './litellm.ts';
import {llamaCpp} from './llama-cpp.ts';
import {newApi} from './new-api.ts';
import {ollama} from './ollama.ts';
import {openrouter} from './openrouter.ts';
import {portkey} from './portkey.ts';
import type {Reader} from './reader.ts';
import {vllm} from './vllm.ts';

/** In the order in which they are shown: those that most people stand before first. */
export const readers: readonly Reader[] = [
	litellm,
	newApi,
	vllm,
	openrouter,
	anthropic,
	cloudflare,
	portkey,
	aihubmix,
	claudeCodeRouter,
	cliProxyApi,
	claudeRelayService,
	claudeCodeProxy,
	llamaCpp,
	ollama,
];
