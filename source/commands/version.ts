/** The same as in package.json (a test compares them); a constant, so that `wizard --version` reads no file. */
export const version = '0.1.0';
