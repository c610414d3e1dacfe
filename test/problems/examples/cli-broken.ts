import {login, type ProblemExamples} from '../example.ts';

export const cliBroken: ProblemExamples = {
	id: 'cli-broken',
	fires: [{name: 'another program of that name', login, claude: 'desktop', severity: 'error', says: /not that of Claude Code/}],
	silent: [
		{name: 'it runs', login},
		{name: 'there is none: another name', login, claude: null},
	],
};
