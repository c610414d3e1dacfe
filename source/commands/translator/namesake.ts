import type {Machine} from '../../machine/machine.ts';
import type {TranslatorId} from '../../providers/translators/translator.ts';

/**
 * Three programs are called claude-code-proxy, and ANTHROPIC_API_KEY means something else to each. Which one lies in a folder: by where
 * git has it from, else by files and words that only one of them has.
 */
export function namesakeIn(folder: string, files: Machine['files'], join: (...parts: string[]) => string): TranslatorId | null {
	const text = (...path: string[]) => {
		const reading = files.read(join(folder, ...path), 256 * 1024);
		return reading.state === 'bytes' ? new TextDecoder().decode(reading.bytes) : '';
	};
	const owner = /[/:](fuergaosi233|1rgs|aaaronmiller)\/claude-code-proxy/i.exec(text('.git', 'config'))?.[1]?.toLowerCase();
	if (owner !== undefined) return `ccp-${owner}` as TranslatorId;
	const words = text('.env') + text('.env.example');
	if (/^\s*(?:export\s+)?(?:PROXY_AUTH_KEY|ENABLE_LEGACY_PROXY_AUTH)\s*=/m.test(words)) return 'ccp-aaaronmiller';
	if (/^\s*(?:export\s+)?PREFERRED_PROVIDER\s*=/m.test(words)) return 'ccp-1rgs';
	const has = (...path: string[]) => files.stat(join(folder, ...path), 'follow')?.kind === 'file';
	if (has('start_proxy.py')) return 'ccp-fuergaosi233';
	if (has('server.py') && /claude-code-proxy|anthropic-proxy/.test(text('pyproject.toml'))) return 'ccp-1rgs';
	return null;
}
