import fc from 'fast-check';
import { readCommentary } from '../../src/commentary/read-commentary.ts';
import type { Commentary } from '../../src/report/commentary.ts';

export function read(text: string): ReadonlyMap<string, Commentary> {
  return readCommentary(text, 'notes.md');
}

/** What is said under one heading. */
export function blocks(text: string): Commentary {
  return read(`# workload\n\n${text}`).get('workload') ?? [];
}

/** What means something to Markdown, HTML, a terminal or a spreadsheet, between words. */
const PIECES = [
  ...[
    'word',
    'Two words',
    'x',
    '7',
    ' ',
    ' ',
    '\n',
    '\n\n',
    '\n\n',
    '\t',
    '    ',
    '\r\n',
    '\u00a0',
    '\u2028',
  ],
  ...['*', '**', '_', '__', '***', '`', '``', '```\n', '~~~', '~', '\\', '&amp;', '&lt;', '&#32;', '&'],
  ...[
    '[',
    ']',
    '(',
    ')',
    '![',
    '](https://example.org/a)',
    '](<https://e.org/?a=1&copy=2#b\\c>)',
    '](javascript:a)',
  ],
  ...[
    '[c]',
    '[x]',
    '\n[x]: https://e.org/y\n',
    '<https://e.org/>',
    'https://e.org',
    'www.e.org',
    'a@e.org',
    '!',
    ':',
  ],
  ...[
    '\n- ',
    '\n* ',
    '\n1. ',
    '\n7) ',
    '\n  - ',
    '\n    ',
    '\n> ',
    '> ',
    '- ',
    '+ ',
    '\n---\n',
    '\n***\n',
    '|',
    '\n|-|\n',
  ],
  ...[
    '<b>',
    '</b>',
    '<script>',
    '<!--',
    '-->',
    '<a href="x" onclick="y">',
    '"',
    "'",
    '=1+1',
    '@',
    '#',
    '\u001b[31m',
  ],
  ...['\u202e', '\u200d', '\ud83d\ude00', '\u4e2d\u6587', '.', ',', '-', '='],
] as const;

/** Anything that a paragraph of a file could be; no heading of its own. */
export const anyMarkdown = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 24 })
  .map((pieces) => pieces.join(''));
