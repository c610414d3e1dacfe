import {isLocal} from '../../credentials/address.ts';
import {isSecretVariable} from '../../places/variables.ts';
import {endpointAt} from '../../problems/endpoint.ts';
import type {ScanFinding, Spot} from './scan-finding.ts';
import {nameOf, type Value} from './value.ts';

/**
 * A server in `.mcp.json` that is handed the user's credential: Claude Code fills in `${NAME}` there from its own environment. To
 * another host it leaks; to a program on this computer it is at least worth knowing.
 */
export function judgeServer(value: Value, all: readonly Value[], spot: () => Spot): ScanFinding | null {
	const [top, server, ...rest] = value.trail;
	if (top !== 'mcpServers' || server === undefined) return null;
	if (rest.length === 1 && rest[0] === 'headersHelper' && value.text.trim() !== '')
		return {
			spot: spot(),
			git: null,
			commit: null,
			id: 'project-helper',
			severity: 'warning',
			title: 'headersHelper is a command that claude runs',
			why: 'It runs as whoever agrees to the servers of this project.',
			fix: {summary: 'Read the command before you agree to it.', command: null},
		};
	const name = [...value.text.matchAll(/\$\{([A-Za-z_]\w*)/g)].map(([, found = '']) => found).find(isSecretVariable);
	if (name === undefined) return null;
	const url = all.find(({trail}) => trail[1] === server && trail.length === 3 && trail[2] === 'url')?.text ?? null;
	const target = url === null ? null : endpointAt(url.replace(/\$\{[^}]*\}/g, ''));
	if (target !== null && (target.kind === 'anthropic' || isLocal(target.host))) return null;
	const away = url !== null;
	return {
		spot: spot(),
		git: null,
		commit: null,
		id: 'key-passed-on',
		severity: away ? 'error' : 'warning',
		title: `${nameOf(value)} hands ${name} to ${target === null ? 'a program of the project' : target.host}`,
		why: `claude fills in the ${name} of whoever starts it, and ${away ? 'sends it to that host' : 'gives it to a program that the project names'}.`,
		fix: {summary: 'Give the server a credential of its own.', command: null},
	};
}
