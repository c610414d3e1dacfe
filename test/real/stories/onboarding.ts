import {spawn} from 'node:child_process';
import {mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {expect} from 'vitest';
import {Secret} from '../../../source/credentials/secret.ts';
import type {GatewayOptions} from '../../../source/gateway/gateway.ts';
import {type Gateway, startGateway} from '../../../source/gateway/gateway.ts';
import {leaks} from '../../helpers/leaks.ts';
import {homeEnvironment, Screen} from './screen.ts';

const cli = path.join(import.meta.dirname, '..', '..', '..', 'dist', 'cli.js');

/** The claude that `npm run test:real` has installed; null where it has none. */
export const claude = process.env['WIZARD_TEST_CLAUDE'] ?? null;

export type StoryOptions = {
	/** `{gateway}` in them and in the variables stands for its address. */
	readonly files?: Readonly<Record<string, string>>;
	/** What the terminal the user sits in has exported already. */
	readonly variables?: Readonly<Record<string, string>>;
	readonly gateway?: GatewayOptions;
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
	readonly screen: Screen;
	readonly secret: string;
	readonly #stale: Readonly<Record<string, string>>;

	static async begin(options: StoryOptions): Promise<Story> {
		const secret = options.secret ?? routerSecret;
		const gateway = await startGateway({expect: 'bearer', secret: new Secret(secret), second: 'refused', ...options.gateway});
		return new Story(options, secret, gateway);
	}

	private constructor({files = {}, variables = {}, columns, rows, args = []}: StoryOptions, secret: string, gateway: Gateway) {
		this.home = realpathSync(mkdtempSync(path.join(tmpdir(), 'wizard-onboard-')));
		this.gateway = gateway;
		this.secret = secret;
		mkdirSync(path.join(this.home, 'work'));
		for (const [name, text] of Object.entries(files)) {
			mkdirSync(path.dirname(path.join(this.home, name)), {recursive: true});
			writeFileSync(path.join(this.home, name), text.replaceAll('{gateway}', gateway.url));
		}
		const exported = Object.entries(variables).map(([name, value]) => [name, value.replaceAll('{gateway}', gateway.url)]);
		this.#stale = {...this.#environment(), ...Object.fromEntries(exported)};
		this.screen = new Screen(process.execPath, [cli, ...args.map(arg => arg.replaceAll('{gateway}', gateway.url))], {
			env: this.#stale,
			cwd: path.join(this.home, 'work'),
			...(columns === undefined ? {} : {columns}),
			...(rows === undefined ? {} : {rows}),
		});
	}

	read(name: string): string {
		return readFileSync(path.join(this.home, name), 'utf8');
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
		for (const [where, env] of [
			['a new login shell', this.#environment()],
			['the stale terminal', this.#stale],
		] as const) {
			const before = this.gateway.requests.length;
			const said = await this.#ask(program, where === 'a new login shell', env);
			const sent = this.gateway.requests.slice(before).filter(({shape}) => shape.messages);
			expect(said, where).toContain('ok');
			expect(sent.length, where).toBeGreaterThan(0);
			for (const {carried, path: asked} of sent) {
				expect(carried.xApiKey, where).toBeNull();
				expect(carried.authorization?.value.reveal() === this.secret, where).toBe(true);
				expect(asked, where).toMatch(/\/v1\/messages$/);
			}
		}
	}

	/** No byte that the terminal ever received holds it, in any form. */
	hidesSecrets(...more: readonly string[]): void {
		expect(leaks(this.screen.raw, [this.secret, ...more]).length).toBe(0);
	}

	async end(): Promise<void> {
		this.screen.kill();
		await this.gateway.close();
		rmSync(this.home, {recursive: true, force: true});
	}

	#environment(): Record<string, string> {
		const folder = claude === null ? '' : `${path.dirname(claude)}${path.delimiter}`;
		return homeEnvironment(this.home, {
			PATH: folder + (process.env['PATH'] ?? ''),
			DISABLE_AUTOUPDATER: '1',
			CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
		});
	}

	#ask(program: string, login: boolean, env: Readonly<Record<string, string>>): Promise<string> {
		// By its path: a login shell makes a PATH of its own.
		const line = `'${program}' -p "Say ok" --max-turns 1 < /dev/null`;
		return new Promise(resolve => {
			const shell = spawn('bash', [login ? '-lc' : '-c', login ? `[ -f ~/.bashrc ] && . ~/.bashrc; ${line}` : line], {
				env: {...env},
				cwd: path.join(this.home, 'work'),
				stdio: ['ignore', 'pipe', 'pipe'],
			});
			let said = '';
			for (const stream of [shell.stdout, shell.stderr])
				stream.on('data', data => {
					said += String(data);
				});
			shell.on('close', () => resolve(said));
		});
	}
}
