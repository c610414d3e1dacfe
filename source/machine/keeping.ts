/** Small answers kept from one run to the next in our cache folder. Losing them costs time only, so nothing here ever fails. */
export type Memory = {
	recall(name: string): string | null;
	remember(name: string, text: string): void;
};

/** Small state of our own that must last, such as profiles and consents. Never a secret: it is plain text. Loaded at its first use. */
export type Notes = {
	read(name: string): Promise<unknown>;
	/** Undefined takes the note out. */
	write(name: string, value: unknown): Promise<void>;
};

/** Folders for one run, closed to other users. They are gone when it ends, also by Ctrl-C, by a closed terminal or by an error. */
export type Scratch = {
	/** A new one with nothing in it but these files (0600, by their paths inside), links in its path resolved. Throws where no folder can be made at all. */
	make(files?: Readonly<Record<string, string>>): string;
	/** The same for files that hold a secret: below our own folder, where what a run left behind that was killed is removed first. */
	makeSecret(files: Readonly<Record<string, string>>): string;
	/** Removes one that `make` gave, with all that is in it, and nothing else. */
	remove(folder: string): void;
};
