import type {Scenario} from '../../test/request/machine-of.ts';

/** A scenario as the recorder takes it: some need a shorter time limit. */
export type Machine = Scenario & {readonly timeout?: number};

export type Got = {
	readonly messages: boolean;
	readonly url: string;
	readonly authorization: string | null;
	readonly xApiKey: string | null;
	readonly model: string | null;
	readonly body: string;
};

export type Recorder = {readonly requests: Got[]; readonly port: string; close(): void};
