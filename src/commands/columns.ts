/** `columns`: the data dictionary, and what the headers of a file were taken for. */
import { type ColumnType, columnDefinitions } from '../caseload/columns.ts';
import { openSources } from '../caseload/load.ts';
import type { HeaderMatch } from '../caseload/map-columns.ts';
import { readHead } from '../caseload/read-file.ts';
import { cleanText } from '../render/clean-report.ts';
import { wrapText } from '../render/measure-text.ts';
import { textTable } from '../render/text-table.ts';
import type { Outcome, World } from './outcome.ts';
import { configOf, type ReadingFlags, readInputs, readingOptions } from './reading.ts';

const TYPE_WORDS: Record<ColumnType, string> = {
  identifier: 'identifier',
  category: 'category',
  integer: 'whole number',
  month: 'month',
  date: 'date',
  'yes-no': 'Yes/No',
  'yes-no-na': 'Yes/No/NA',
};

/** Without files the dictionary; with files what was matched, what was not, and the nearest guess. */
export async function columnsCommand(
  files: readonly string[],
  flags: ReadingFlags,
  world: World,
): Promise<Outcome> {
  const lines = files.length === 0 ? dictionaryLines(world.width) : await matchLines(files, flags, world);
  return { exitCode: 0, writes: [{ to: '-', content: `${lines.join('\n')}\n` }], messages: [] };
}

function dictionaryLines(width: number): string[] {
  const rows = columnDefinitions().map(({ name, type, meaning }) => [name, TYPE_WORDS[type], meaning]);
  return [
    ...textTable(['Column', 'Type', 'Meaning'], rows, width),
    '',
    ...wrapText(
      'Headers are matched without regard to case, spaces and punctuation, and many other names are known.',
      width,
    ),
    'To see what a file has:  yos-caseload columns cases.csv',
    'To map a header:         --map "their header=our column"',
  ];
}

async function matchLines(files: readonly string[], flags: ReadingFlags, world: World): Promise<string[]> {
  const options = readingOptions(flags, await configOf(flags, world));
  return openSources(await readInputs(files, world), world.watch).flatMap((source) => {
    const { header, matches } = readHead(source, options);
    const rows = matches.map((match) => [
      cleanText(match.shown) || '(blank)',
      match.column ?? '-',
      howWords(match),
    ]);
    const matched = matches.filter(({ column }) => column !== null).length;
    return [
      `INTERNAL   ${cleanText(source.name)}   header on line ${header.line}: ${matched} of ${matches.length} headers matched`,
      '',
      ...textTable(['Header', 'Column', 'How'], rows, world.width),
      '',
    ];
  });
}

function howWords({ how, guess, shown, identifies }: HeaderMatch): string {
  if (identifies !== null)
    return `identifies people (${identifies}): a report refuses it; see --drop-identifiers`;
  switch (how) {
    case 'name':
      return 'its own name';
    case 'alias':
      return 'a name we know';
    case 'map':
      return 'mapped by hand';
    case 'overridden':
      return 'ignored: another header is mapped by hand';
    case 'ignored':
      return 'ignored: rows are counted as cases';
    case 'dropped':
      return 'dropped';
    case 'not matched':
      return guess === null
        ? 'not matched; ignored'
        : `not matched; if it is ${guess}: --map "${cleanText(shown)}=${guess}"`;
  }
}
