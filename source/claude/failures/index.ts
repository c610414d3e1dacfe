import {alibaba} from './alibaba.ts';
import {anthropicApi} from './anthropic-api.ts';
import {arkAndCloudflare} from './ark-and-cloudflare.ts';
import {azure} from './azure.ts';
import {bareStatus} from './bare-status.ts';
import {bedrock} from './bedrock.ts';
import {claudeCodeProxy} from './claude-code-proxy.ts';
import {claudeConflict} from './claude-conflict.ts';
import {claudeCredential} from './claude-credential.ts';
import {claudeRequest} from './claude-request.ts';
import {claudeScreens} from './claude-screens.ts';
import {cliProxyApi} from './cli-proxy-api.ts';
import {deepseek} from './deepseek.ts';
import {gatewayKeys} from './gateway-keys.ts';
import {gateways} from './gateways.ts';
import {genericHttp} from './generic-http.ts';
import {limitsAndFaults} from './limits-and-faults.ts';
import {litellm} from './litellm.ts';
import {lmStudio} from './lm-studio.ts';
import {minimax} from './minimax.ts';
import {models} from './models.ts';
import {moonshot} from './moonshot.ts';
import {network} from './network.ts';
import {newApi} from './new-api.ts';
import {oauth} from './oauth.ts';
import {ollama} from './ollama.ts';
import {openai} from './openai.ts';
import {openrouter} from './openrouter.ts';
import {plainCredentials} from './plain-credentials.ts';
import {plainWords} from './plain-words.ts';
import {requestBody} from './request-body.ts';
import type {Rule} from './rule.ts';
import {topics} from './topics.ts';
import {vertex} from './vertex.ts';
import {vllm} from './vllm.ts';
import {zai} from './zai.ts';

/** The order breaks ties: the program and the network before the credential, a vendor's body before what any server may say. */
export const rules: readonly Rule[] = [
	claudeScreens,
	network,
	claudeConflict,
	claudeCredential,
	claudeRequest,
	bedrock,
	vertex,
	azure,
	oauth,
	litellm,
	newApi,
	zai,
	moonshot,
	minimax,
	deepseek,
	alibaba,
	arkAndCloudflare,
	openrouter,
	openai,
	ollama,
	lmStudio,
	vllm,
	claudeCodeProxy,
	cliProxyApi,
	anthropicApi,
	limitsAndFaults,
	models,
	requestBody,
	gateways,
	gatewayKeys,
	genericHttp,
	plainCredentials,
	plainWords,
	bareStatus,
	topics,
].flat();
