import {secretNames} from './named-values.ts';
import {hashComment, plainFile} from './plain-lines.ts';
import type {Printer} from './printer.ts';

/** Given when the container runs, or mounted while it is built: an ENV or ARG would stay readable in a layer of the image. */
export const docker: Printer = {
	name: 'docker',
	title: 'Docker',
	file: 'claude.env',
	secrets: 'held',
	logins: 'absent',
	print: wish => {
		const names = secretNames(wish);
		const build = names.flatMap(name => [
			`#   docker build --secret id=${name},env=${name} .`,
			`#   RUN --mount=type=secret,id=${name},env=${name} COMMAND`,
		]);
		return plainFile(wish, {
			head: [
				hashComment(`claude.env: ${wish.title}`),
				'# When the container runs: docker run --env-file claude.env IMAGE   (keep this file out of git and of the build context)',
				...(names.length === 0
					? []
					: [
							'# While an image is built, as a secret and never as ENV or ARG:',
							...build,
							'# A name without = takes the value from the environment docker is called in.',
						]),
			],
			missing: name => name,
		});
	},
};
