import type {ServerResponse} from 'node:http';
import type {Answer} from './answer.ts';

/** Puts an answer on the wire. */
export function sendAnswer(response: ServerResponse, what: Answer): void {
	switch (what.kind) {
		case 'json':
			response.writeHead(what.status, {'content-type': 'application/json', ...what.headers});
			response.end(JSON.stringify(what.body));
			return;
		case 'text':
			response.writeHead(what.status, {'content-type': `${what.type}; charset=utf-8`});
			response.end(what.text);
			return;
		case 'redirect':
			response.writeHead(what.status, {location: what.to});
			response.end();
			return;
		case 'stream':
			response.writeHead(200, {'content-type': 'text/event-stream', 'cache-control': 'no-cache'});
			for (const event of what.events) response.write(event);
			response.end();
			return;
		case 'empty':
			response.writeHead(what.status);
			response.end();
			return;
		case 'silence':
			return;
		case 'hang-up':
			response.destroy();
			return;
	}
}
