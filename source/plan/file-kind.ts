import type {Entry, FileKind} from './change.ts';
import type {FileEdit} from './edit.ts';

/** What kind of file the edits are about; .claude.json has its own kind whatever is edited in it, since claude locks it. */
export function kindOf(edits: readonly FileEdit[]): FileKind {
	const kinds = edits.map(one);
	return kinds.find(kind => kind === 'global-config') ?? kinds.find(kind => kind !== 'own') ?? 'own';
}

function one(edit: FileEdit): FileKind {
	switch (edit.kind) {
		case 'approve-key':
		case 'unreject-key':
		case 'remove-global-env':
		case 'remove-primary-key':
		case 'set-onboarding':
			return 'global-config';
		case 'set-setting':
		case 'remove-setting':
		case 'mask-setting':
		case 'mend-settings':
			return /(?:^|[\\/])\.claude\.json$/.test(edit.file) ? 'global-config' : 'settings';
		case 'put-block':
		case 'remove-block':
		case 'put-source-line':
		case 'remove-line':
			return 'startup';
		case 'remove-env-line':
		case 'erase-fish-universal':
		case 'rewrite':
			return 'variables';
		case 'write-own-file':
		case 'remove-own-file':
		case 'make-private':
			return 'own';
	}
}

export function entriesOf(edit: FileEdit): readonly Entry[] {
	switch (edit.kind) {
		case 'set-setting':
		case 'remove-setting':
		case 'mask-setting':
			return [{kind: 'key', path: edit.path}];
		case 'approve-key':
			return [
				{kind: 'item', path: ['customApiKeyResponses', 'approved']},
				{kind: 'item', path: ['customApiKeyResponses', 'rejected']},
			];
		case 'unreject-key':
			return [{kind: 'item', path: ['customApiKeyResponses', 'rejected']}];
		case 'remove-global-env':
			return [{kind: 'key', path: ['env', edit.variable]}];
		case 'remove-primary-key':
			return [{kind: 'key', path: ['primaryApiKey']}];
		case 'set-onboarding':
			return [{kind: 'key', path: ['hasCompletedOnboarding']}];
		case 'mend-settings':
		case 'put-block':
		case 'remove-block':
		case 'put-source-line':
		case 'remove-line':
		case 'remove-env-line':
		case 'erase-fish-universal':
		case 'rewrite':
			return [{kind: 'lines'}];
		case 'write-own-file':
		case 'remove-own-file':
			return [{kind: 'whole-file'}];
		case 'make-private':
			return [];
	}
}
