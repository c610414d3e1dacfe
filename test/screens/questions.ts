import type {ChooseQuestion, ConfirmQuestion, ReviewQuestion, SecretQuestion, TextQuestion} from '../../source/commands/conversation.ts';
import {judgeAddress} from '../../source/commands/onboard/ask-address.ts';
import {judgeSecret} from '../../source/commands/onboard/judge-secret.ts';

const asked = {
	about: [{tone: 'quiet', text: 'What one needs to know.', label: null}],
	trail: ['Router or gateway key'],
	canGoBack: true,
} as const;

export const choose: ChooseQuestion<string> = {
	...asked,
	title: 'Which credential do you hold?',
	choices: [
		{value: 'console', label: 'Console key', hint: 'begins with sk-ant-api'},
		{value: 'kimi', label: 'Kimi', hint: 'a router whose hint is so long that it does not fit beside its label in eighty columns'},
		{value: 'other', label: 'Another one', hint: ''},
	],
	start: 0,
	size: 'few',
};

export const secret: SecretQuestion = {
	...asked,
	title: 'Paste the key',
	kept: null,
	judge: text =>
		judgeSecret(text, {credential: 'router-key', standIn: 'doubtful', empty: {state: 'wrong', message: 'Nothing was entered yet.'}}),
};

export const address: TextQuestion = {
	...asked,
	title: 'At which address does it answer?',
	start: '',
	example: 'https://gateway.example',
	judge: judgeAddress,
};

export const confirm: ConfirmQuestion = {...asked, title: 'Send it?', yes: 'Yes, send it', no: 'No', start: true};

export const review: ReviewQuestion<string> = {
	...asked,
	title: 'This will change one file',
	text: Array.from({length: 40}, (_, index) => ({
		tone: index % 2 === 0 ? 'come' : 'gone',
		text: `${index % 2 === 0 ? '+' : '-'} line ${index + 1}`,
	})),
	choices: [
		{key: 'a', label: 'apply it', value: 'apply'},
		{key: 'q', label: 'leave', value: 'leave'},
	],
};
