import {ccp1rgs} from './ccp-1rgs.ts';
import {ccpAaaronmiller} from './ccp-aaaronmiller.ts';
import {ccpFuergaosi233} from './ccp-fuergaosi233.ts';
import {claudeCodeRouter} from './claude-code-router.ts';
import {litellm} from './litellm.ts';
import type {Translator} from './translator.ts';

/** The one that npm installs first, then by how many use it. */
export const translators: readonly Translator[] = [claudeCodeRouter, litellm, ccpFuergaosi233, ccp1rgs, ccpAaaronmiller];

export function translatorNamed(id: string): Translator | null {
	return translators.find(translator => translator.id === id) ?? null;
}
