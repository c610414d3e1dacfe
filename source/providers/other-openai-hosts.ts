/** Hosts of makers who have another one for claude: these answer in the shape of OpenAI only. */
const hosts: readonly (readonly [host: RegExp, says: string])[] = [
	[
		/\.openai\.azure\.com$/,
		"openai.azure.com speaks OpenAI's protocol. Microsoft answers claude at https://{resource}.services.ai.azure.com/anthropic, set up as Foundry.",
	],
	[
		/^ai-gateway\.helicone\.ai$/,
		"ai-gateway.helicone.ai speaks OpenAI's protocol. Helicone answers claude at https://anthropic.helicone.ai",
	],
	[/^api\.together\.xyz$/, "Together AI speaks OpenAI's protocol alone: a proxy has to translate."],
	[/^api\.githubcopilot\.com$/, 'GitHub Copilot takes tokens of its own programs only: a bridge such as copilot-api has to stand between.'],
];

/** What to say of it, or null where the host is none of them. */
export function otherOpenaiHost(address: string): string | null {
	if (!URL.canParse(address)) return null;
	const {hostname} = new URL(address);
	return hosts.find(([host]) => host.test(hostname))?.[1] ?? null;
}
