import type {Failure} from './failure.ts';

const loginPage =
	'<!DOCTYPE html>\n<html><head><title>Sign in</title></head><body><form action="/login"><input name="user"></form></body></html>\n';

/** What is no API's answer at all: other servers, redirects, silence. */
export const wire: readonly Failure[] = [
	{
		name: 'base-url-path',
		cause: 'base-url-path',
		answer: {kind: 'text', status: 404, type: 'text/plain', text: '404 page not found\n'},
	},
	{name: 'html-not-json', cause: 'html-not-json', answer: {kind: 'text', status: 200, type: 'text/html', text: loginPage}},
	{name: 'html-not-found', cause: 'html-not-json', answer: {kind: 'text', status: 404, type: 'text/html', text: loginPage}},
	{
		name: 'http-proxy-auth',
		cause: 'http-proxy-auth',
		answer: {kind: 'text', status: 407, type: 'text/plain', text: 'Proxy Authentication Required\n'},
	},
	{name: 'redirect', cause: 'base-url-path', answer: {kind: 'redirect', status: 308, to: 'http://127.0.0.1:9/moved/v1/messages'}},
	{name: 'timeout', cause: 'timeout', answer: {kind: 'silence'}},
	{name: 'unreachable-host', cause: 'unreachable-host', answer: {kind: 'hang-up'}},
];
