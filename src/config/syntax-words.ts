/** What the YAML reader has to say, in the words of somebody who fills in a file. */
import type { ErrorCode } from 'yaml';

const QUOTES_HINT = 'put text with special characters in quotes';

const WORDS: Partial<Record<ErrorCode, string>> = {
  BAD_ALIAS: `a name after * or & is not as it should be; ${QUOTES_HINT}`,
  BAD_DIRECTIVE: `a line that begins with % is not known here; ${QUOTES_HINT}`,
  BAD_DQ_ESCAPE:
    "a backslash in double quotes begins a special character; write it twice, or use 'single quotes'",
  BAD_INDENT: 'this line is indented otherwise than its neighbours; begin them all below one another',
  BAD_SCALAR_START: `text cannot begin with this character; put it in quotes`,
  BLOCK_AS_IMPLICIT_KEY: 'there are two colons in one line; put text that holds a colon in quotes',
  BLOCK_IN_FLOW: 'not expected here; is a comma or a closing bracket missing before it?',
  KEY_OVER_1024_CHARS: 'the text before the colon is too long; write at most 1024 characters',
  MULTILINE_IMPLICIT_KEY: 'there is no colon in this line; write "key: value" with a space after the colon',
  MULTIPLE_DOCS: 'a second document begins here; keep one and leave out the line ---',
  TAB_AS_INDENT: 'this line is indented with a tab; use spaces',
  TAG_RESOLVE_FAILED: `a word with ! before it is not known here; ${QUOTES_HINT}`,
  UNEXPECTED_TOKEN: `not expected here; ${QUOTES_HINT}, and write "key: value"`,
};

/** @param message as the YAML reader says it */
export function syntaxWords(code: ErrorCode, message: string): string {
  const closing = /^Flow (?:map|sequence).* end with a ([\]}])/.exec(message)?.[1];
  if (closing !== undefined) return `a bracket before here is not closed; write the missing ${closing}`;
  if (/closing .quote/.test(message)) return 'a quote before here is not closed; write the missing quote';
  if (code === 'MISSING_CHAR' && message.startsWith('Implicit map keys'))
    return 'there is no colon after this; write "key: value"';
  return WORDS[code] ?? `cannot be read as YAML: ${message.replace(/\s+/g, ' ')}`;
}
