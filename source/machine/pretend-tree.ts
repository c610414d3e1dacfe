import path from 'node:path';
import type {Platform} from './machine.ts';

/** What stands at one path of a pretended disk. */
export type TreeNode = Owned &
	(
		| {readonly kind: 'file'; readonly bytes: Uint8Array}
		| {readonly kind: 'folder'}
		| {readonly kind: 'link'; readonly target: string}
		| {readonly kind: 'device'}
	);

type Owned = {readonly mode: number; readonly uid: number; readonly gid: number; readonly mtime: number};

/** Where a path leads: `node` is null where nothing is there yet. */
export type Walked =
	| {readonly state: 'there'; readonly path: string; readonly node: TreeNode | null}
	| {readonly state: 'denied' | 'loop' | 'nowhere'};

const mostLinks = 40;

/** A disk in memory with links, modes and owners, and the path rules of its platform. */
export class PretendTree {
	readonly platform: Platform;
	readonly rules: path.PlatformPath;
	readonly #nodes = new Map<string, TreeNode>();
	readonly #uid: number;

	constructor(platform: Platform, uid: number) {
		this.platform = platform;
		this.rules = platform === 'win32' ? path.win32 : path.posix;
		this.#uid = uid;
	}

	/** Puts a node there, with the folders above it. */
	put(at: string, node: TreeNode): void {
		const place = this.rules.normalize(at);
		const above = this.rules.dirname(place);
		if (above !== place && !this.#nodes.has(above))
			this.put(above, {kind: 'folder', mode: 0o755, uid: node.uid, gid: node.gid, mtime: node.mtime});
		this.#nodes.set(place, node);
	}

	take(at: string): void {
		this.#nodes.delete(this.rules.normalize(at));
	}

	/** A folder with all that is in it. */
	takeAll(folder: string): void {
		const top = this.rules.normalize(folder);
		for (const at of this.#nodes.keys()) if (at === top || at.startsWith(top + this.rules.sep)) this.#nodes.delete(at);
	}

	/** Resolves links on the way, and the last one with `follow`. */
	walk(at: string, follow: boolean, links = 0): Walked {
		const place = this.rules.normalize(at);
		const {root} = this.rules.parse(place);
		const steps = place.slice(root.length).split(this.rules.sep).filter(Boolean);
		let here = root;
		for (const [index, step] of steps.entries()) {
			const last = index === steps.length - 1;
			if (!this.#may(this.#nodes.get(here), 1)) return {state: 'denied'};
			here = this.rules.join(here, step);
			const node = this.#nodes.get(here);
			if (node?.kind === 'link' && (follow || !last)) {
				if (links === mostLinks) return {state: 'loop'};
				const target = this.rules.resolve(this.rules.dirname(here), node.target);
				return this.walk(this.rules.join(target, ...steps.slice(index + 1)), follow, links + 1);
			}
			if (last) return {state: 'there', path: here, node: node ?? null};
			if (node?.kind !== 'folder') return {state: 'nowhere'};
		}
		return {state: 'there', path: here, node: this.#nodes.get(here) ?? null};
	}

	readable(node: TreeNode): boolean {
		return this.#may(node, 4);
	}

	writable(node: TreeNode | null | undefined): boolean {
		return this.#may(node, 2);
	}

	names(folder: string): readonly string[] {
		return [...this.#nodes.keys()]
			.filter(at => at !== folder && this.rules.dirname(at) === folder)
			.map(at => this.rules.basename(at))
			.sort();
	}

	/** The text of a file, null where there is none: for assertions. */
	text(at: string): string | null {
		const node = this.#nodes.get(this.rules.normalize(at));
		return node?.kind === 'file' ? new TextDecoder('utf-8', {ignoreBOM: true}).decode(node.bytes) : null;
	}

	/** Everything but folders, by path: two equal snapshots are two equal disks. */
	snapshot(): Readonly<Record<string, TreeNode>> {
		return Object.fromEntries([...this.#nodes].filter(([, node]) => node.kind !== 'folder').sort(([a], [b]) => (a < b ? -1 : 1)));
	}

	/** `bit` is 4 to read, 2 to write, 1 to pass; root may everything, and Windows has no such bits. */
	#may(node: TreeNode | null | undefined, bit: 1 | 2 | 4): boolean {
		if (node === null || node === undefined || this.#uid <= 0) return true;
		return (node.mode & (node.uid === this.#uid ? bit << 6 : bit)) !== 0;
	}
}
