import {finish, type Page} from '../page.ts';
import {labelled, padTo} from '../paragraph.ts';

/** How each client is pointed at the listener. No line holds a key, or has one put on a command line. */
export function pointing(url: string, onward: string | null, page: Page): string {
	const ways: readonly (readonly [client: string, how: string])[] = [
		['claude', 'wizard capture -- claude -p hi'],
		['', `claude --settings '{"env": {"ANTHROPIC_BASE_URL": "${url}"}}'`],
		['Desktop', `Developer > Configure Third-Party Inference > Gateway base URL: ${url}`],
		['SDK', `new Anthropic({baseURL: '${url}'})`],
		['', `anthropic.Anthropic(base_url='${url}')`],
		['curl', `curl -H @header.txt -d '{}' ${url}/v1/messages`],
		['other', `ANTHROPIC_BASE_URL=${url}`],
	];
	return finish(
		[
			page.bold(`Listening on ${url}`),
			...labelled(
				'',
				onward === null ? 'Every answer is made here; nothing is sent on.' : `Requests are sent on to ${onward}.`,
				page.columns,
				2,
				0,
			),
			'',
			// Not wrapped: what is copied must come in one piece.
			...ways.map(([client, how]) => `  ${padTo(client, 8)}${how}`),
			'',
			...labelled('', 'header.txt holds one line, such as x-api-key: …, so that the key is on no command line.', page.columns, 2, 0),
			'  Ctrl-C ends it.',
			'',
		],
		page,
	);
}
