import {follow} from './follow.ts';
import type {Files, Reading, Stat} from './machine.ts';
import type {PretendTree, TreeNode} from './pretend-tree.ts';

/** Reads a pretended disk with the same answers as the real one. */
export function pretendFiles(tree: PretendTree): Files {
	const linkTarget = (path: string) => {
		const node = nodeAt(tree, path, false);
		return node?.kind === 'link' ? node.target : null;
	};
	return {
		read(path, limit = 2 * 1024 * 1024): Reading {
			const walked = tree.walk(path, true);
			switch (walked.state) {
				case 'nowhere':
					return {state: 'absent'};
				case 'denied':
					return {state: 'unreadable', why: 'denied', message: 'this user may not read it'};
				case 'loop':
					return {state: 'unreadable', why: 'link-loop', message: 'its links lead round in a circle'};
				case 'there':
					return walked.node === null ? {state: 'absent'} : readNode(tree, walked.node, walked.path, limit);
			}
		},
		list(path) {
			const walked = tree.walk(path, true);
			return walked.state === 'there' && walked.node?.kind === 'folder' && tree.readable(walked.node) ? tree.names(walked.path) : null;
		},
		stat(path, follow) {
			const node = nodeAt(tree, path, follow !== undefined);
			return node === null ? null : statOf(node);
		},
		linkTarget,
		target(path) {
			return follow(path, linkTarget, tree.rules);
		},
		real(path) {
			const walked = tree.walk(path, true);
			return walked.state === 'there' && walked.node !== null ? walked.path : null;
		},
		executable(path) {
			const node = nodeAt(tree, path, true);
			return node?.kind === 'file' && (node.mode & 0o111) !== 0;
		},
	};
}

function readNode(tree: PretendTree, node: TreeNode, real: string, limit: number): Reading {
	if (node.kind !== 'file') {
		const message = node.kind === 'folder' ? 'it is a folder' : 'it is a device, a pipe or a socket';
		return {state: 'unreadable', why: 'not-a-file', message};
	}
	if (!tree.readable(node)) return {state: 'unreadable', why: 'denied', message: 'this user may not read it'};
	if (node.bytes.length > limit)
		return {state: 'unreadable', why: 'too-large', message: `it has ${node.bytes.length} bytes; the limit is ${limit}`};
	return {state: 'bytes', bytes: node.bytes, real, stat: statOf(node)};
}

function nodeAt(tree: PretendTree, path: string, follow: boolean): TreeNode | null {
	const walked = tree.walk(path, follow);
	return walked.state === 'there' ? walked.node : null;
}

export function statOf(node: TreeNode): Stat {
	return {
		kind: node.kind === 'device' ? 'other' : node.kind,
		mode: node.mode,
		uid: node.uid,
		gid: node.gid,
		size: node.kind === 'file' ? node.bytes.length : 0,
		mtime: node.mtime,
	};
}
