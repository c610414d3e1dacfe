import type {Trial} from '../claude/trial.ts';
import type {Gateway} from '../gateway/gateway.ts';
import {findRoots, pathOf} from '../places/roots.ts';
import {apply} from '../plan/apply.ts';
import {makePlan} from '../plan/make-plan.ts';
import type {Plan} from '../plan/plan.ts';
import {preview} from '../plan/preview.ts';
import type {Situation} from '../problems/problem.ts';
import {setupEdits} from '../setups/setup-edits.ts';
import {settings} from '../stores/settings.ts';
import {trialText} from './check-text.ts';
import type {Context} from './command.ts';
import {type DemoHouse, demoKey} from './demo-house.ts';
import {requestText} from './doctor-text-request.ts';
import {finish, pageFor} from './page.ts';
import {wrap} from './paragraph.ts';
import {prove} from './prove.ts';

/** Long enough for a slow computer; the server answers at once. */
const timeout = 60_000;

/** The acts of the demo, one after the other. Gives the exit code: 0 only where the server saw one right header and nothing else. */
export async function demoRepair(house: DemoHouse, gateway: Gateway, {out, ask, fail, terminal}: Context, plays: boolean): Promise<number> {
	const page = pageFor(terminal);
	const {machine, claude} = house;
	const {home} = machine.environment;
	const say = (...lines: readonly string[]) => out(finish(lines, page));
	const act = (title: string) => say('', page.bold(title));
	const goesOn = async () => plays || (await ask('Enter goes on, Ctrl-C ends it:')) !== null;
	const stopped = () => fail(130, 'The demo was left; its home is removed.');

	say(
		...wrap(
			`A home made for this, ${home}, and a router on ${gateway.url} that reads Authorization: Bearer. Nothing of yours is used, and all of it is gone in the end.`,
			page.columns,
		),
	);
	if (claude === null) say(...wrap(`Asked without claude: ${house.whyNot}.`, page.columns));
	else say(`Asked through claude ${claude.version ?? ''} (${claude.path}).`);

	act('1  What is set up there');
	const broken = await house.look();
	say(...requestText(broken, page, home));
	if (!(await goesOn())) return stopped();

	act('2  Does it work?');
	const before = await tried(house, broken);
	if (before === null || before.ok) return fail(1, 'The broken setup was not refused, so the demo shows nothing.');
	say(...trialText(before, page));
	if (!(await goesOn())) return stopped();

	act('3  What would mend it');
	const plan = planFor(house, broken, gateway.url);
	if (plan === null) return fail(1, 'The repair could not be planned.');
	say(preview(plan, {home, colour: terminal.colour}));
	if (!(await goesOn())) return stopped();

	act('4  Done, and proved');
	const applied = await apply(plan, machine);
	if (applied.state !== 'applied') return fail(1, 'The repair could not be made in the throw-away home.');
	const mark = gateway.requests.length;
	const after = await tried(house, await house.look());
	if (after === null) return fail(1, 'The proof could not be made.');
	say(...trialText(after, page));
	if (!after.ok || !sawOneRightHeader(gateway, mark, claude === null ? 'wizard' : 'claude-code'))
		return fail(1, 'The server did not see the one right header.');
	say(
		'',
		`${page.green('✓')} The server saw one credential, in the header it reads. The home is removed.`,
		'Your own setup: wizard doctor',
	);
	return 0;
}

/** The terminal that was open before keeps its stale key, so that the proof holds there too. */
async function tried({machine, claude}: DemoHouse, situation: Situation): Promise<Trial | null> {
	const proof = await prove(machine, situation, {timeout, ...(claude === null ? {alone: 'probe' as const} : {})});
	return proof.state === 'tried' ? proof.trial : null;
}

function planFor({machine}: DemoHouse, {facts}: Situation, baseUrl: string): Plan | null {
	const roots = findRoots(machine);
	const {home, variables, platform} = machine.environment;
	const {join} = pathOf(machine.environment);
	const setup = {
		credential: 'router-key',
		provider: null,
		baseUrl,
		auth: 'bearer',
		model: null,
		headers: [],
		secretHeaders: [],
		secret: demoKey,
		token: 'login',
		blankApiKey: false,
		variables: [],
	} as const;
	const stores = {
		userSettings: join(roots.config, 'settings.json'),
		localSettings: join(roots.project, '.claude', 'settings.local.json'),
		shellRoots: {home, xdgConfig: roots.xdgConfig, zdotdir: roots.zdotdir, platform, variables},
		exists: () => false,
		shells: [],
		program: null,
	};
	const made = setupEdits(setup, settings, {facts, roots, stores, maskOnly: false});
	const planned = made.state === 'made' ? makePlan(made.edits, machine) : null;
	return planned?.state === 'planned' ? planned.plan : null;
}

function sawOneRightHeader({requests}: Gateway, from: number, client: 'claude-code' | 'wizard'): boolean {
	const asked = requests.slice(from).filter(got => got.client === client && got.shape.messages);
	return asked.length > 0 && asked.every(({carried}) => carried.xApiKey === null && carried.authorization?.value.equals(demoKey) === true);
}
