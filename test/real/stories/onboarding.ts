import {execFile} from 'node:child_process';
import {chmodSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {expect} from 'vitest';
import {Secret} from '../../../source/credentials/secret.ts';
import type {GatewayOptions} from '../../../source/gateway/gateway.ts';
import {type Gateway, startGateway} from '../../../source/gateway/gateway.ts';
import type {Got} from '../../../source/gateway/got.ts';
import {leaks} from '../../helpers/leaks.ts';
import {type Ended, OwnNetwork} from './own-network.ts';
import {cli} from './person.ts';
import {homeEnvironment, Screen} from './screen.ts';

/** The claude that `npm run test:real` has installed; null where it has none. */
export const claude = process.env['WIZARD_TEST_CLAUDE'] ?? null;

export type StoryOptions = {
	/** `{gateway}` in them and in the variables stands for its address, `{home}` for the home. */
	readonly files?: Readonly<Record<string, string>>;
	/** Of those files that do not have the usual one. */
	readonly modes?: Readonly<Record<string, number>>;
	/** What the terminal the user sits in has exported already. */
	readonly variables?: Readonly<Record<string, string>>;
	readonly gateway?: GatewayOptions;
	/** In which headers the endpoint shall get the secret; a helper's value goes out in both. */
	readonly carries?: readonly ('authorization' | 'xApiKey')[];
	/** A network of its own, in which this host is the gateway. */
	readonly host?: string;
	readonly columns?: number;
	readonly rows?: number;
	readonly args?: readonly string[];
	readonly secret?: string;
};

export const routerSecret = 'sk-or-v1-57041e5757041e5757041e5757041e5757041e5757041e5757041e5757041e57';

/** Somebody with a home of their own, a gateway on 127.0.0.1 and the real claude, in front of a terminal in which `wizard` was typed. */
export class Story {
	readonly home: string;
	readonly gateway: Gateway;
	readonly secret: string;
	readonly #options: StoryOptions;
	readonly #network: OwnNetwork | null;
	readonly #stale: Readonly<Record<string, string>>;
	readonly #screens: Screen[] = [];
	/** What commands without a terminal have printed. */
	#printed = '';

	static async begin(options: StoryOptions): Promise<Story> {
		const secret = options.secret ?? routerSecret;
		const gateway = await startGateway({expect: 'bearer', secret: new Secret(secret), second: 'refused', ...options.gateway});
		return new Story(options, secret, gateway, options.host === undefined ? null : await OwnNetwork.open(gateway));
	}

	private constructor(options: StoryOptions, secret: string, gateway: Gateway, network: OwnNetwork | null) {
		const {files = {}, modes = {}, variables = {}} = options;
		this.home = realpathSync(mkdtempSync(path.join(tmpdir(), 'wizard-onboard-')));
		this.gateway = gateway;
		this.secret = secret;
		this.#options = options;
		this.#network = network;
		mkdirSync(path.join(this.home, 'work'));
		for (const [name, text] of Object.entries(files)) this.write(name, text, modes[name]);
		const exported = Object.entries(variables).map(([name, value]) => [name, this.#filled(value)]);
		this.#stale = {...this.#environment(), ...Object.fromEntries(exported)};
	}

	/** The terminal in which `wizard` was typed: the first time that anybody looks at it. */
	get screen(): Screen {
		return this.#screens[0] ?? this.types(...(this.#options.args ?? []));
	}

	/** In a terminal that has what was exported when the story began. */
	types(...args: readonly string[]): Screen {
		const {columns, rows} = this.#options;
		const size = {...(columns === undefined ? {} : {columns}), ...(rows === undefined ? {} : {rows})};
		return this.#opens(process.execPath, [cli, ...args.map(arg => this.#filled(arg))], size);
	}

	/** The same by command: no terminal, `stdin` and no more. */
	async runs(args: readonly string[], stdin = ''): Promise<Ended> {
		const ended = await this.#ended(this.#stale, process.execPath, [cli, ...args.map(arg => this.#filled(arg))], stdin);
		this.#printed += ended.stdout + ended.stderr;
		return ended;
	}

	/** What its `--json` says, whatever the exit code. */
	async says(...args: readonly string[]): Promise<{readonly code: number; readonly said: Readonly<Record<string, unknown>>}> {
		const {code, stdout} = await this.runs([...args, '--json']);
		return {code, said: JSON.parse(stdout)};
	}

	read(name: string): string {
		return readFileSync(path.join(this.home, name), 'utf8');
	}

	write(name: string, text: string, mode?: number): void {
		const file = path.join(this.home, name);
		mkdirSync(path.dirname(file), {recursive: true});
		writeFileSync(file, this.#filled(text));
		if (mode !== undefined) chmodSync(file, mode);
	}

	/** From the first question to the one for the secret, for a router at the gateway's address or another one. */
	async answerRouter(address = this.gateway.url): Promise<void> {
		const {screen} = this;
		await screen.ready();
		await screen.sees(/Which credential do you hold/);
		screen.type('3');
		await screen.sees(/Whose key is it/);
		screen.press('enter');
		await screen.sees(/At which address/);
		screen.type(address);
		await screen.sees(new RegExp(address.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')));
		screen.press('enter');
		await screen.sees(/Paste the key/);
	}

	/** From the question where it is kept to the end of the proof. */
	async agree(): Promise<void> {
		const {screen} = this;
		await screen.sees(/Where shall it be kept/);
		screen.press('enter');
		await screen.sees(/apply it/);
		screen.type('a');
		await screen.sees(/Prove it with one live prompt/);
		screen.press('enter');
	}

	/**
	 * The real claude, from a new login shell and from the terminal the user sits in, sends the one right credential to the right path.
	 */
	async isProved(program = claude ?? ''): Promise<void> {
		const {carries = ['authorization']} = this.#options;
		for (const [where, {said, sent}] of Object.entries(await this.asks(program))) {
			expect(said, where).toContain(this.#options.gateway?.reply ?? 'ok');
			expect(sent.length, where).toBeGreaterThan(0);
			for (const {carried, path: asked} of sent) {
				for (const header of ['authorization', 'xApiKey'] as const) {
					const value = carried[header]?.value.reveal() ?? null;
					expect(carries.includes(header) ? value === this.secret : value === null, `${header} from ${where}`).toBe(true);
				}
				expect(asked, where).toMatch(/\/v1\/messages$/);
			}
		}
		const elsewhere = this.#network?.asked.filter(({host, credential}) => credential && host !== this.#options.host);
		expect(elsewhere ?? []).toEqual([]);
	}

	/** What the real claude says to a prompt, and sends, from a new login shell and from the terminal the user sits in. */
	async asks(program = claude ?? ''): Promise<Readonly<Record<string, {readonly said: string; readonly sent: readonly Got[]}>>> {
		// By its path: a login shell makes a PATH of its own.
		const line = `'${program}' -p "Say ok" --max-turns 1 < /dev/null`;
		const ask = async (env: Readonly<Record<string, string>>, ...shell: readonly [string, string]) => {
			const before = this.gateway.requests.length;
			const {stdout, stderr} = await this.#ended(env, 'bash', shell);
			return {said: stdout + stderr, sent: this.gateway.requests.slice(before).filter(({shape}) => shape.messages)};
		};
		return {
			'a new login shell': await ask(this.#environment(), '-lc', `[ -f ~/.bashrc ] && . ~/.bashrc; ${line}`),
			'the stale terminal': await ask(this.#stale, '-c', line),
		};
	}

	/** What the real claude sends when somebody types a word at its own prompt, in the terminal the user sits in. No dialog stands in the way. */
	async talks(): Promise<readonly Got[]> {
		const before = this.gateway.requests.length;
		const screen = this.#opens(claude ?? '', [], {columns: 100, rows: 40});
		const dialog = /Do you want to use this API key|Select login method/;
		expect(await screen.sees(/shift\+tab|for shortcuts|Try "|API key\?|login method/)).not.toMatch(dialog);
		screen.type('pingword');
		await screen.sees(/pingword/);
		// 2.0.77 takes what comes at once for a paste, and the first Enter for a part of it.
		for (let tries = 0; tries < 20 && !/pongword/.test(screen.text()); tries++) {
			screen.press('enter');
			await new Promise(resolve => setTimeout(resolve, 500));
		}
		await screen.until(/pongword/);
		expect(screen.text()).not.toMatch(dialog);
		screen.kill();
		await screen.end();
		return this.gateway.requests.slice(before).filter(({shape}) => shape.messages);
	}

	/** No byte that a terminal or a pipe ever received holds it, in any form. */
	hidesSecrets(...more: readonly string[]): void {
		const received = this.#screens.map(({raw}) => raw).join('\n') + this.#printed;
		expect(leaks(received, [this.secret, ...more]).length).toBe(0);
	}

	async end(): Promise<void> {
		for (const screen of this.#screens) {
			screen.kill();
			await screen.end();
		}
		await this.#network?.close();
		await this.gateway.close();
		rmSync(this.home, {recursive: true, force: true, maxRetries: 20, retryDelay: 100});
	}

	#opens(program: string, args: readonly string[], size: Pick<StoryOptions, 'columns' | 'rows'>): Screen {
		const [command, line] = this.#inside(program, args);
		const screen = new Screen(command, line, {env: this.#stale, cwd: path.join(this.home, 'work'), ...size});
		this.#screens.push(screen);
		return screen;
	}

	#filled(text: string): string {
		return text.replaceAll('{gateway}', this.gateway.url).replaceAll('{home}', this.home);
	}

	#environment(): Record<string, string> {
		const folder = claude === null ? '' : `${path.dirname(claude)}${path.delimiter}`;
		return homeEnvironment(this.home, {
			PATH: folder + (process.env['PATH'] ?? ''),
			DISABLE_AUTOUPDATER: '1',
			CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
			// In a user namespace this is root, to whom the /tmp/claude-0 of the real one does not belong, and claude refuses it.
			...(this.#network === null ? {} : {...this.#network.variables, CLAUDE_CODE_TMPDIR: this.home}),
		});
	}

	#inside(program: string, args: readonly string[]): readonly [string, readonly string[]] {
		return this.#network?.command(path.join(this.home, 'work'), program, args) ?? [program, args];
	}

	#ended(env: Readonly<Record<string, string>>, program: string, args: readonly string[], stdin = ''): Promise<Ended> {
		const [command, line] = this.#inside(program, args);
		return new Promise(resolve => {
			const options = {env: {...env}, cwd: path.join(this.home, 'work'), encoding: 'utf8', timeout: 120_000} as const;
			const child = execFile(command, [...line], options, (error, stdout, stderr) =>
				resolve({code: typeof error?.code === 'number' ? error.code : error === null ? 0 : -1, stdout, stderr}),
			);
			child.stdin?.on('error', () => {}).end(stdin);
		});
	}
}
