import {modelSizes, namedModels} from '../../credentials/model-sizes.ts';
import {oneLine} from '../refuse.ts';
import type {Wish} from '../wish.ts';
import type {Printer} from './printer.ts';

/** A play for the role in examples/ansible: the setup of `wizard apply`; the secret, from a vault, goes to it on standard input. */
export const ansible: Printer = {
	name: 'ansible',
	title: 'Ansible',
	file: 'playbook.yml',
	secrets: 'named',
	logins: 'there',
	print: wish => {
		const secret = wish.set.some(({value}) => value.kind === 'secret');
		return {
			ok: true,
			text: [
				`# playbook.yml: ${oneLine(wish.title)}`,
				...(secret ? ['# Store the secret first: ansible-vault encrypt_string --name vault_claude_secret'] : []),
				'- hosts: all',
				'  roles:',
				'    - role: claude_auth_wizard',
				'      vars:',
				'        claude_auth_wizard_setup:',
				...setupOf(wish).map(([name, value]) => `          ${name}: ${yaml(value)}`),
				...(secret ? ['        claude_auth_wizard_secret: "{{ vault_claude_secret }}"'] : []),
			].join('\n'),
		};
	},
};

function setupOf({set}: Wish): readonly (readonly [string, unknown])[] {
	const plain = (name: string) => {
		const value = set.find(one => one.name === name)?.value;
		return value?.kind === 'plain' && value.text !== '' ? value.text : null;
	};
	const carriers = set.filter(({value}) => value.kind === 'secret').map(({name}) => name);
	const [baseUrl, model, headers] = [plain('ANTHROPIC_BASE_URL'), plain('ANTHROPIC_MODEL'), plain('ANTHROPIC_CUSTOM_HEADERS')];
	const models = namedModels(size => plain(modelSizes[size]));
	const credential = baseUrl !== null ? 'router-key' : carriers.includes('ANTHROPIC_API_KEY') ? 'console-key' : 'subscription';
	const auth = carriers.length > 1 ? 'both' : carriers.includes('ANTHROPIC_API_KEY') ? 'x-api-key' : 'bearer';
	return [
		['credential', credential],
		...(baseUrl === null ? [] : [['baseUrl', baseUrl] as const, ['auth', auth] as const]),
		...(model === null ? [] : [['model', model] as const]),
		...(models.length === 0 ? [] : [['models', Object.fromEntries(models.map(({size, name}) => [size, name]))] as const]),
		...(headers === null ? [] : [['headers', headersOf(headers)] as const]),
	];
}

function headersOf(text: string): Readonly<Record<string, string>> {
	return Object.fromEntries(text.split('\n').map(line => [line.replace(/:.*$/s, ''), line.replace(/^[^:]*:\s*/, '')]));
}

/** JSON is YAML; but what looks like a template to Ansible is one. */
function yaml(value: unknown): string {
	const text = JSON.stringify(value);
	return /\{\{|\{%|\{#/.test(text.replace(/^\{/, '')) ? `!unsafe ${text}` : text;
}
