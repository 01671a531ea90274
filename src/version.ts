/** The version of the tool, as in package.json. */
export const VERSION = '0.1.0';
