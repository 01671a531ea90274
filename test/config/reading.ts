import { UserError } from '../../src/caseload/errors.ts';
import { readConfig } from '../../src/config/read-config.ts';

/** What is said of a config called c.yaml: the heading, then a line for each mistake without the name of the file. */
export function refusalOf(text: string): { heading: string; mistakes: string[] } {
  const [heading = '', ...lines] = messageOf(() => readConfig(text, 'c.yaml')).split('\n');
  return { heading, mistakes: lines.map((line) => line.replace(/^c\.yaml:/, '')) };
}

/** The mistakes of a config, as `line:column: what is wrong`. */
export function mistakesIn(text: string): string[] {
  return refusalOf(text).mistakes;
}

/** The message of the UserError that is thrown; any other error is thrown on. */
export function messageOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
  throw new Error('nothing was refused');
}
