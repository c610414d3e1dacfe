import {readFileSync} from 'node:fs';

/**
 * A change to one file of a bundled package. The build fails where the file is no longer what it was, so that an update of the
 * package cannot silently undo the change.
 * @param {{name: string, package: string, file: RegExp, change: (text: string) => string | null}} options `change` gives null where its match is not there
 * @returns {import('esbuild').Plugin}
 */
export function replaceIn({name, package: owner, file, change}) {
	return {
		name,
		setup(build) {
			let found = false;
			build.onStart(() => {
				found = false;
			});
			build.onLoad({filter: file}, ({path}) => {
				found = true;
				const contents = change(readFileSync(path, 'utf8'));
				return contents === null ? {errors: [{text: `${path} is no longer what this change was made for`}]} : {contents, loader: 'js'};
			});
			build.onEnd(({metafile}) => {
				const bundled = Object.keys(metafile?.inputs ?? {}).some(input => input.includes(`node_modules/${owner}/`));
				return bundled && !found ? {errors: [{text: `${owner} is bundled, but no file of it matches ${file}`}]} : {};
			});
		},
	};
}
