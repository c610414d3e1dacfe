import type {GlobalConfigEdit} from './edit.ts';
import type {Edited} from './edited.ts';
import {scanJson} from './json-tree.ts';
import {addItem, removeItem} from './settings-list.ts';
import {removeSetting, setSetting} from './settings-text.ts';

/**
 * The steps in .claude.json as edits of its text. One that holds no object, as `null` or `[]`, is none to claude: it starts with one of
 * its own (measured on 2.0.77, 2.1.100, 2.1.197 and 2.1.329).
 */
export function editGlobalConfig(edit: GlobalConfigEdit, given: string): Edited {
	const text = holdsNoObject(given) ? '{}\n' : given;
	switch (edit.kind) {
		case 'approve-key': {
			const fragment = edit.fragment.reveal();
			const taken = removeItem(text, [...responses, 'rejected'], fragment);
			if (taken.state === 'refused') return taken;
			const put = approve(taken.state === 'same' ? text : taken.text, fragment);
			return put.state === 'same' ? taken : put;
		}
		case 'unreject-key':
			return removeItem(text, [...responses, 'rejected'], edit.fragment.reveal());
		case 'remove-global-env':
			return removeSetting(text, ['env', edit.variable]);
		case 'remove-primary-key':
			return removeSetting(text, ['primaryApiKey']);
		case 'set-onboarding':
			return setSetting(text, ['hasCompletedOnboarding'], edit.completed);
	}
}

const responses = ['customApiKeyResponses'];

/** Claude Code's own beginning has both lists (seen in 2.0.77 and 2.1.100); ours looks the same. */
function approve(text: string, fragment: string): Edited {
	const put = addItem(text, [...responses, 'approved'], fragment);
	if (put.state !== 'changed') return put;
	const whole = JSON.parse(put.text.replace('\uFEFF', '')) as {customApiKeyResponses?: {rejected?: unknown}};
	if (whole.customApiKeyResponses?.rejected !== undefined) return put;
	const both = setSetting(put.text, [...responses, 'rejected'], []);
	return both.state === 'changed' ? {...both, line: put.line} : put;
}

function holdsNoObject(text: string): boolean {
	const scanned = scanJson(text);
	return scanned.state === 'tree' && scanned.tree.root.kind !== 'object';
}
