/** Lines that belong together as one report of a failure, and where the first of them stands. */
export type LogRecord = {readonly line: number; readonly first: string; readonly text: string};

/** Cheap and generous: whatever it lets through is read by the rules; whatever it holds back costs next to nothing. */
const suspicious =
	/error|fail|invalid|denied|refused|unauthor|forbidden|expired|revoked|limit|exceed|missing|conflict|unable|cannot|timed? ?out|timeout|overloaded|rejected|not (?:found|logged|allowed|supported|authorized|available)|no available|insufficient|too low|disabled|enotfound|econn|certificate|self.signed|<!doctype|\b(?:40[0-79]|42[29]|50[0-4]|52\d)\b|失败|失敗|错误|錯誤|无效|無效|不足|无可用|無可用|限制|过期|過期|未提供|不允许|不允許|报错|報錯|超时|逾時|拒绝|拒絕|无权|無權|没有权限|沒有權限|不支持|用尽|用盡|上限|\\u[4-9]/i;

/** A line of its own: a time stamp, a level, a bullet of Claude Code, or the beginning of an error. */
const opens =
	/^[\s>│|⎿●✗✕⚠⏺-]*(?:\[?\d{4}-\d\d-\d\d|\[?\d\d:\d\d|\[?(?:info|warn|error|debug|trace|fatal)\b|api error|\w*error[: (]|please run|failed to|unable to)/i;

const mostLines = 12;
const mostSigns = 4_096;

/** From lines to records. A suspicious line takes the indented lines below it along, since terminals and JSON break long errors. */
export async function* records(source: AsyncIterable<string>): AsyncGenerator<LogRecord> {
	let open: {line: number; first: string; parts: string[]; size: number} | null = null;
	let number = 0;
	for await (const line of source) {
		number++;
		if (open !== null && continues(line, open.first) && open.parts.length < mostLines && open.size + line.length < mostSigns) {
			open.parts.push(line);
			open.size += line.length;
			continue;
		}
		if (open !== null) yield close(open);
		open = suspicious.test(line) ? {line: number, first: line, parts: [line], size: line.length} : null;
	}
	if (open !== null) yield close(open);
}

/** Indented and without a beginning of its own; or, on Claude Code's screen, hung below the line before (deeper ⎿). */
function continues(line: string, first: string): boolean {
	if (!/^(?:\s+\S|[│⎿|}\]])/.test(line)) return false;
	return !opens.test(line) || (first.includes('⎿') && indent(line) > indent(first));
}

function indent(line: string): number {
	return line.length - line.trimStart().length;
}

function close({line, first, parts}: {line: number; first: string; parts: readonly string[]}): LogRecord {
	return {line, first, text: parts.join('\n')};
}
