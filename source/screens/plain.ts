import type {Conversation} from '../commands/conversation.ts';
import type {ScreenOptions} from './conversation.tsx';
export function plainConversation(_: ScreenOptions): Conversation {
	throw new Error('not yet');
}
