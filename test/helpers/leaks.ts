import {secretForms} from '../../source/plan/secret-forms.ts';

/** In every form in which a secret is still one. Short parts of it are no secret. */
export function leaks(text: string, secrets: readonly string[]): readonly string[] {
	return secrets.flatMap(secretForms).filter(form => form.length >= 12 && text.includes(form));
}
