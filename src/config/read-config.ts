/** The text of a config file to settings, or all that is wrong with it at once. */
import * as z from 'zod/mini';
import type { Settings } from './config.ts';
import { type Mistake, placeOf, refuse } from './mistakes.ts';
import { type Parsed, parseText } from './parse-text.ts';
import { schema } from './schema.ts';

/** A config is a page or two; a file of data named by mistake may have no end. */
const MOST_CHARACTERS = 1 << 18;
const BYTE_ORDER_MARK = '\ufeff';

/**
 * Reads YAML or JSON. An empty text sets nothing.
 * @param name of the file, for messages and for provenance
 * @throws UserError whose message has a heading and a line for each mistake: `name:line:column: what is wrong`
 */
export function readConfig(text: string, name: string): Settings {
  const plainText = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  refuseUnreadable(plainText, name);
  const parsed = parseText(plainText);
  if (!parsed.isWhole) refuse(name, parsed.mistakes, '; the rest is checked once this is mended');
  const result = z.safeParse(schema(), parsed.data ?? {});
  const misfits = result.success ? [] : result.error.issues.flatMap((issue) => mistakesOf(issue, parsed));
  const mistakes = [...parsed.mistakes, ...misfits];
  if (!result.success || mistakes.length > 0) refuse(name, mistakes);
  return { file: name, ...result.data };
}

function refuseUnreadable(text: string, name: string): void {
  const nul = text.indexOf('\0');
  if (nul >= 0) refuse(name, [{ ...placeOf(text, nul), message: 'not plain text; save the file as UTF-8' }]);
  if (text.length <= MOST_CHARACTERS) return;
  const message = `longer than ${MOST_CHARACTERS} characters, which no config is; name another file`;
  refuse(name, [{ line: 1, column: 1, message }]);
}

/** Of keys that are not known there is one mistake each. */
function mistakesOf(issue: z.core.$ZodIssue, { locate }: Parsed): Mistake[] {
  if (issue.code === 'unrecognized_keys') {
    const messages = issue.message.split('\n');
    return issue.keys.map((key, index) => ({
      ...locate([...issue.path, key], 'key'),
      message: messages[index],
    }));
  }
  return [{ ...locate(issue.path, partOf(issue)), message: issue.message }];
}

function partOf(issue: z.core.$ZodIssue): 'key' | 'value' {
  return issue.code === 'custom' && issue.params?.part === 'key' ? 'key' : 'value';
}
