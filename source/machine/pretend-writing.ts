import {follow} from './follow.ts';
import type {Owner, Replacement, Writing, Written} from './machine.ts';
import {statOf} from './pretend-files.ts';
import type {PretendTree} from './pretend-tree.ts';
import {type Standing, weigh, withoutModes} from './weigh.ts';
import {refusal} from './write-refusal.ts';

/** Writes a pretended disk with the same answers as the real one. There is nobody to lock out. */
export function pretendWriting(tree: PretendTree, us: Owner & {readonly mtime: number}): Writing {
	return {
		replace(wish) {
			const linkTarget = (path: string) => {
				const walked = tree.walk(path, false);
				return walked.state === 'there' && walked.node?.kind === 'link' ? walked.node.target : null;
			};
			const target = follow(wish.path, linkTarget, tree.rules);
			return target === null
				? refusal('link-loop', 'its links lead round in a circle')
				: replaceNode(tree, us, withoutModes(wish, tree.platform), target);
		},
		sweep() {
			return 0;
		},
		removeFolder(folder) {
			const walked = tree.walk(folder, false);
			if (walked.state !== 'there' || walked.node?.kind !== 'folder' || tree.names(walked.path).length > 0) return false;
			tree.take(walked.path);
			return true;
		},
	};
}

function replaceNode(tree: PretendTree, us: Owner & {readonly mtime: number}, wish: Replacement, target: string): Written {
	const {node, folder, missing} = surroundings(tree, target);
	if (node !== null && node.kind !== 'file') return refusal('not-a-file', 'it is no regular file');
	const standing: Standing = node === null ? null : {bytes: node.bytes, stat: statOf(node)};
	const weighed = weigh(wish, standing);
	if (weighed.state === 'same') return {state: 'same', real: target, is: standing?.stat ?? null};
	if (weighed.state === 'conflict') return {...weighed, touched: false};
	if (folder?.kind !== 'folder') return refusal('not-a-file', 'a part of its path is a file and not a folder');
	if (!tree.writable(folder)) return refusal('denied', 'this user may not write in its folder');
	for (const made of missing) tree.put(made, {kind: 'folder', mode: 0o700, ...us});
	const {uid, gid} = wish.owner ?? standing?.stat ?? us;
	if (wish.after === null) tree.take(target);
	else tree.put(target, {kind: 'file', bytes: Uint8Array.from(wish.after), mode: weighed.mode, uid, gid, mtime: us.mtime});
	const is = surroundings(tree, target).node;
	return {
		state: 'written',
		real: target,
		was: standing?.stat ?? null,
		is: is === null ? null : statOf(is),
		notes: weighed.notes,
		folders: missing,
	};
}

/** What stands at the target, the nearest folder above that exists, and the ones between that do not, outermost first. */
function surroundings(tree: PretendTree, target: string) {
	const at = (path: string) => {
		const walked = tree.walk(path, false);
		return walked.state === 'there' ? walked.node : null;
	};
	const missing: string[] = [];
	let above = tree.rules.dirname(target);
	for (; at(above) === null && tree.rules.dirname(above) !== above; above = tree.rules.dirname(above)) missing.unshift(above);
	return {node: at(target), folder: at(above), missing};
}
