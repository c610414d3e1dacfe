import {type Clue, words} from './clue.ts';

/** Words that name a vendor, a cloud or a program. */
export const programClues: readonly Clue[] = [
	words(
		'no-command',
		/command not found|not recognized|enoent|no such file|cannot find|not installed|\bexecutable\b|找不到/,
		'a program is not found',
	),
	words('spawn', /\bspawn|\bpath\b|\bexited with|process exited|\.exe\b|\.cmd\b/, 'speaks of starting a program'),
	words('aws', /\baws\b|\bsts\b|\bsso\b|bedrock|\barn:|security token|\biam\b/, "speaks of Amazon's identity"),
	words('google', /google|gcloud|vertex|aiplatform|default credentials/, "speaks of Google's identity"),
	words('azure', /azure|foundry|entra|subscription key|cognitiveservices/, "speaks of Azure's identity"),
	words(
		'perform',
		/not authorized to perform|permission_denied|accessdenied|does not have permission|caller does not/,
		'an action is denied to an identity',
	),
	words('litellm', /litellm|virtual key|verificationtoken/, 'LiteLLM speaks'),
	words('new-api', /new_?api|one_?(?:api|hub)|request id: ?20\d{6}/, 'new-api or one of its kin speaks'),
	words('openrouter', /openrouter/, 'OpenRouter speaks'),
	words('zai', /\b1(?:000|001|113|211|302|308|310|311)\b|z\.ai|bigmodel|zhipu/, 'Z.ai speaks'),
	words('minimax', /minimax|login fail|\b(?:1004|1008|2049)\b/, 'MiniMax speaks'),
	words('kimi', /kimi|moonshot|invalid_authentication_error/, 'Moonshot speaks'),
	words('alibaba', /dashscope|invalidapikey|aliyun|bailian|百炼/, 'Alibaba Cloud speaks'),
	words('ollama', /ollama|try pulling/, 'Ollama speaks'),
	words('router', /claude-code-router|provider_response_error|\bccr\b/, 'claude-code-router speaks'),
	words('lent-login', /auth_unavailable|cliproxyapi|cliproxy|copilot|kiro|antigravity|relay/, 'a relay of logins speaks'),
	words('anthropic-shape', /"type": ?"error" ?, ?"error"|request_id": ?"req_/, "Anthropic's form of an answer"),
	words('detail-shape', /"detail"/, "FastAPI's form of an answer"),
	words('openai-shape', /invalid_api_key|"param"|'param'|openai/, "OpenAI's form of an answer"),
	words('third-program', /opencode|openclaw|hermes|\bcline\b|\broo\b|cherry|cursor|\bzed\b/, 'another program than Claude Code'),
	words('complaint-chinese', /[\u4e00-\u9fff]{4}/, 'a sentence in Chinese, as relays and users of relays write'),
];
