import {Draft} from './draft.ts';
import type {Fault} from './faults/fault.ts';
import {faults as all} from './faults/index.ts';
import {secretOf, sharedLogin} from './held.ts';
import type {HeldName, Home, ShellName} from './home.ts';
import {harmless, JsonFile} from './json-file.ts';
import {drawLayout, type Layout} from './layout.ts';
import {ordinaryBlocks, ordinaryState} from './ordinary.ts';
import {Random} from './random.ts';

const shells: readonly ShellName[] = ['bash', 'zsh', 'fish'];
const helds: readonly HeldName[] = ['router-bearer', 'router-x-api-key', 'proxy-key', 'console-key', 'subscription'];

/** What of a home is not left to chance; for looking into one fault. */
export type Given = {readonly faults?: readonly string[]; readonly shell?: ShellName; readonly held?: HeldName};

/** The home of this number under this seed. */
export function drawHome(seed: string, number: number, given: Given = {}): Home {
	const name = `seed ${seed}, home ${number}`;
	const random = new Random(name);
	const shell = random.pick(shells);
	const held = random.pick(helds);
	const chosen = {shell: given.shell ?? shell, held: given.held ?? held};
	const draft = ordinaryHome(random, chosen.held, drawLayout(chosen.shell, random));
	draft.store = random.pick([...Array.from({length: 7}, () => 'settings' as const), 'shell', 'project', 'helper', 'helper'] as const);
	if (draft.store === 'helper' && chosen.held === 'subscription') draft.store = 'settings';
	if (draft.store === 'helper') putCommand(draft);
	const names = given.faults ?? drawFaults(random, draft).map(fault => fault.name);
	// Where the configuration folder is decides where other faults stand.
	const faults = all.filter(fault => names.includes(fault.name)).sort((one, other) => Number(moves(other)) - Number(moves(one)));
	for (const fault of faults) fault.put(draft);
	putLogin(draft, chosen.held);
	return draft.finish(name, names);
}

function moves({name}: Fault): boolean {
	return name === 'config-folder-moved';
}

/** The rarer shapes a home has, one to five of them; two of the same name never. */
function drawFaults(random: Random, draft: Draft): readonly Fault[] {
	const fitting = all.filter(({fits}) => fits?.(draft) ?? true);
	return random.shuffled(fitting).slice(0, 1 + random.below(5));
}

function ordinaryHome(random: Random, held: HeldName, layout: Layout): Draft {
	const usual = {
		...ordinaryState,
		hasCompletedOnboarding: true,
		projects: {'{{home}}/work': {hasTrustDialogAccepted: true, allowedTools: []}},
	};
	const state = new JsonFile('.claude.json', usual, 0o600);
	const draft = new Draft(random, {name: held, secret: secretOf(held, random)}, layout, state);
	for (const [file, text] of layout.fixed) draft.block(file, text, 'kept', 'end');
	for (const file of layout.files) {
		if (!layout.fixed.some(([named]) => named === file) && random.chance(0.4)) continue;
		const blocks = random.shuffled(ordinaryBlocks[layout.shell]).slice(0, 1 + random.below(6));
		for (const text of blocks) draft.block(file, text, 'kept');
	}
	if (layout.files.some(file => file.startsWith('.config/zsh/.z')) && random.chance(0.5)) draft.stale['ZDOTDIR'] = '{{home}}/.config/zsh';
	if (draft.routed) draft.prefix = random.pick(['', '', '/api', '/anthropic', '/claude/relay']);
	if (random.chance(0.3)) draft.tracked = random.chance(0.5) ? ['.claude/settings.json'] : [];
	if (random.chance(0.5)) draft.settings('user').oddities.add(random.pick(harmless));
	if (random.chance(0.2)) draft.settings('project');
	return draft;
}

/** Whoever has a command for his secrets keeps this one there already. */
function putCommand(draft: Draft): void {
	const {random, secret} = draft;
	const file = random.pick(['.config/keys/claude', '.secrets/claude key', '.claude-key']);
	const way = random.pick(['cat', 'cat', 'script', 'pass']);
	draft.whole(file, random.chance(0.8) ? `${secret}\n` : secret, 0o600);
	if (way === 'cat') draft.secretCommand = random.pick([`cat "$HOME/${file}"`, `cat '{{home}}/${file}'`, `tr -d '\\n' < "$HOME/${file}"`]);
	if (way === 'script') {
		draft.whole('bin/my-key', `#!/bin/sh\nexec cat "$HOME/${file}"\n`, 0o700);
		draft.secretCommand = random.pick(['~/bin/my-key', '{{home}}/bin/my-key']);
	}
	if (way === 'pass') {
		draft.whole('.local/bin/pass', `#!/bin/sh\n[ "$1 $2" = "show claude/key" ] && cat "$HOME/${file}"\n`, 0o755);
		draft.secretCommand = 'pass show claude/key';
	}
}

function putLogin(draft: Draft, held: HeldName): void {
	if (held !== 'subscription') return;
	draft.whole(`${draft.config}/.credentials.json`, JSON.stringify({claudeAiOauth: sharedLogin}), 0o600);
	draft.secrets.add(sharedLogin.refreshToken);
}
