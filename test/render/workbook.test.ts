import { readOds } from 'hucre/ods';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it, test } from 'vitest';
import { formatCell } from '../../src/render/format-cell.ts';
import { renderOds } from '../../src/render/ods.ts';
import { standsOut } from '../../src/render/stands-out.ts';
import { buildWorkbook } from '../../src/render/workbook/build-workbook.ts';
import { lookOfEntry, lookOfHeading } from '../../src/render/workbook/looks.ts';
import { noteNumbers, numberNotes } from '../../src/render/workbook/number-notes.ts';
import { rowHeights } from '../../src/render/workbook/row-heights.ts';
import { sheetNamer } from '../../src/render/workbook/sheet-names.ts';
import { sheetTitle } from '../../src/render/workbook/sheet-titles.ts';
import { columnWidths, type Entry, type Sheet } from '../../src/render/workbook/workbook.ts';
import { renderXlsx } from '../../src/render/xlsx.ts';
import type { Report, ShownColumn, Table } from '../../src/report/report.ts';
import { reportOfTable, reportWith, sampleReport, sexMixByTeam, staffedWorkers } from './sample-report.ts';
import { shareableReport } from './shareable-report.ts';
import { open, rowsOf, sheetNamed, tableRows, unzip } from './workbook-reading.ts';

function sheetOf(report: Report, name: string): Sheet {
  const found = buildWorkbook(report).sheets.find((sheet) => sheet.name === name);
  if (found === undefined) throw new Error(`no sheet ${name}`);
  return found;
}

const linesOf = (report: Report, name: string) => sheetOf(report, name).lines.map(({ text }) => text);
const said = (entry: Entry) => ('text' in entry ? entry.text : entry.number);
const rowsOfTable = (report: Report, name: string) =>
  sheetOf(report, name).table?.rows.map((row) => row.map(said)) ?? [];

describe('a workbook', () => {
  it('has its sheets in the order of the report, a sheet for every table that is shown', () => {
    expect(buildWorkbook(shareableReport).sheets.map(({ name }) => name)).toEqual([
      'Cover',
      'Contents',
      'Notes',
      'Ethnicity mix, ethnic groups',
      'Sex mix',
      'Workload',
      'Court quality, questions',
      'Court quality, standards',
      'Who is counted',
      'Problems in the data',
    ]);
  });

  it('says on its cover where its figures come from', () => {
    const lines = linesOf(sampleReport, 'Cover');
    expect(lines.slice(0, 3)).toEqual([
      'INTERNAL: Caseload report',
      'As at 27 October 2026 (the latest start date); small numbers are shown: not for sharing.',
      'The contents lead to every sheet',
    ]);
    expect(lines).toContain('Ethnicity mix: Who are the children on the caseload?');
    expect(lines).toContain('[z] stands for: not applicable.');
    expect(lines).not.toContain('[k] stands for: not 0, but rounds to 0.');
    expect(lines.slice(lines.indexOf('Where these figures come from') + 1)).toEqual([
      'Made by: yos-caseload 0.1.0',
      'As at: 27 October 2026 (the latest start date)',
      'Disclosure: internal',
      'Counted: children',
      'Config: none',
      'Options: --by team, --where residence=Home, --where team=North',
      'october.csv: 412 rows = 405 used + 4 duplicates + 3 rejected; read as utf-8 with commas',
      'october.csv, SHA-256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      'transfers in.csv: 12,001 rows = 12,000 used + 1 out of scope + 0 duplicates + 0 rejected; read as windows-1252 with semicolons',
      'transfers in.csv, SHA-256: 60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752',
    ]);
  });

  it('names the config file and files of other months by their bytes', () => {
    const provenance = {
      ...sampleReport.provenance,
      config: 'yos-caseload.yaml',
      configSha256: 'c0ffee',
      beside: [
        {
          ...sampleReport.provenance.inputs[0],
          of: '--month 2026-09',
          file: 'september.csv',
          sha256: 'beef',
          asAt: '2026-09-30',
        },
      ],
    };
    expect(linesOf(reportWith({ provenance }), 'Cover')).toEqual(
      expect.arrayContaining([
        'Config: yos-caseload.yaml',
        'yos-caseload.yaml, SHA-256: c0ffee',
        'september.csv (--month 2026-09): as at 30 September 2026',
        'september.csv (--month 2026-09), SHA-256: beef',
      ]),
    );
  });

  it('lists what is not shown with the reason, and makes no sheet of it', () => {
    const notShown = [...rowsOfTable(sampleReport, 'Contents'), ...rowsOfTable(shareableReport, 'Contents')];
    expect(notShown.filter(([sheet]) => sheet === 'no sheet')).toEqual([
      ['no sheet', 'Age bands. How old are they?', 'Not shown: no column for age or birth_month.'],
      [
        'no sheet',
        'Late reviews. Which reviews are late?',
        'Say how often a review is due: --review-every 13w.',
      ],
      [
        'no sheet',
        'Ethnicity mix: Ethnic categories. Who are the children on the caseload?',
        'Withheld whole: small numbers. See note 1.',
      ],
      ['no sheet', 'Disposal mix. What are the cases for?', 'Withheld: fewer than 10 cases.'],
    ]);
  });

  it('says above a table who is counted, what shares are of, and which values are withheld', () => {
    expect(linesOf(shareableReport, 'Sex mix')).toEqual([
      'Sex mix: Sexes',
      'Only sex Female.',
      'How many girls and boys are on the caseload?',
      'As at 27 October 2026 (the latest start date); small numbers withheld as [c].',
      'This sheet has one table, in children.',
      '268 children.',
      'Shares are of all of them.',
      'Withheld for West and East: too few children, or they would reveal them.',
      'Who is counted in each part is on the sheet Who is counted.',
      '[c] small numbers withheld.',
      'To be read with note 2 on the sheet Notes.',
      'Back to the contents',
    ]);
  });

  it('keeps a breakdown in one table with its value first', () => {
    const { table } = sheetOf(sampleReport, 'Sex mix');
    expect(table?.columns.map(({ heading }) => heading)).toEqual([
      'By team',
      'Sex',
      'Children',
      'Share',
      'Lower',
      'Upper',
    ]);
    expect(rowsOfTable(sampleReport, 'Sex mix').slice(0, 3)).toEqual([
      ['All', 'Female', 67, 0.25, 0.2016, 0.3052],
      ['All', 'Male', 201, 0.75, 0.6948, 0.7984],
      ['North', 'Female', 5, 5 / 16, 0.1416, 0.556],
    ]);
  });

  it('gives the denominators of every part as numbers, withheld ones as withheld', () => {
    const rows = rowsOfTable(shareableReport, 'Who is counted');
    expect(rows.filter(([sheet]) => sheet === 'Sex mix')).toEqual([
      ['Sex mix', 'All', 'children', 268, 268, 'none'],
      ['Sex mix', 'North', 'children', 16, 16, '4 closed'],
      ['Sex mix', 'South-west and central', 'children', 250, 248, 'none'],
      ['Sex mix', 'West', 'children', 31, 30, 'none'],
      ['Sex mix', 'East', 'children', '[c]', '[c]', 'none'],
    ]);
    // The shares of the twelve questions are of the judged in each row.
    expect(rows.find(([sheet]) => sheet === 'Court quality, questions')?.[4]).toBe('[z]');
  });

  it('says a note once, whatever the number of metrics it is about', () => {
    const metric = { ...sexMixByTeam, name: 'twin', title: 'Twin', caveat: 'a first look' };
    expect(rowsOfTable(reportWith({ metrics: [sexMixByTeam, metric] }), 'Notes')).toEqual([
      ['[note 1]', 'Sex mix, Twin', '1 child is in several teams and counts once in each.'],
      ['[note 2]', 'Twin', 'A first look.'],
    ]);
  });

  it('gives problems by rule alone where the report does', () => {
    const headings = (report: Report) =>
      sheetOf(report, 'Problems in the data').table?.columns.map(({ heading }) => heading);
    expect(headings(shareableReport)).toEqual(['Severity', 'Rule', 'Times', 'What']);
    expect(rowsOfTable(shareableReport, 'Problems in the data')[0]?.slice(0, 3)).toEqual([
      'warning',
      'end-before-start',
      '[c]',
    ]);
    expect(headings(sampleReport)?.slice(4)).toEqual(['File', 'First line', 'Column', 'Label']);
    expect(rowsOfTable(sampleReport, 'Problems in the data')[1]).toEqual([
      'warning',
      'unknown-label',
      9,
      'not a known ethnic category',
      'october.csv',
      40,
      'ethnicity',
      'Brummie',
    ]);
  });

  it('has a day also where the report has none', () => {
    const provenance = { ...sampleReport.provenance, asAt: null, asAtFrom: 'none' } as const;
    expect(buildWorkbook(reportWith({ provenance })).day).toBe('2000-01-01');
  });
});

test('the words of the service on what has no sheet are in the contents, long ones on the cover', () => {
  const [, ageBands] = sampleReport.metrics;
  const saying = (text: string) => {
    const commentary = [{ kind: 'paragraph' as const, spans: [{ text }] }];
    return reportWith({ metrics: [{ ...ageBands, commentary }] });
  };
  const long = 'Ages come late. '.repeat(200).trim();
  expect(rowsOfTable(saying('Soon.'), 'Contents')[1]?.[1]).toBe(
    'Age bands. How old are they? What the service says: Soon.',
  );
  expect(rowsOfTable(saying(long), 'Contents')[1]?.[1]).toBe(
    'Age bands. How old are they? What the service says of it is on the sheet Cover.',
  );
  const cover = linesOf(saying(long), 'Cover');
  const start = cover.indexOf('What the service says');
  const end = cover.indexOf('Questions');
  expect(cover[start + 1]).toBe('Age bands, which has no sheet');
  expect(cover.slice(start + 2, end).join(' ')).toBe(long);
  // 3,199 letters in lines of at most 1,500, the lowest of which is far below the highest row.
  expect(end - start).toBe(5);
  expect(rowHeights(sheetOf(saying(long), 'Cover')).every((height) => height < 409)).toBe(true);
});

test('notes are named by their numbers, runs of them by their ends', () => {
  const metric = (title: string, notes: readonly string[]) => ({ ...sexMixByTeam, title, notes });
  const metrics = [
    metric('First', ['a', 'b', 'c', 'd', 'e', 'f', 'g']),
    metric('Second', ['b', 'c']),
    metric('Third', ['a', 'c', 'd', 'e', 'g']),
    metric('Fourth', ['f']),
  ];
  const notes = numberNotes(metrics);
  expect(metrics.map((one) => noteNumbers(one, notes))).toEqual([
    'notes 1 to 7',
    'notes 2 and 3',
    'notes 1, 3 to 5 and 7',
    'note 6',
  ]);
  expect(noteNumbers(metric('Fifth', []), notes)).toBe('');
});

const ofNorth = { ...sampleReport.provenance, options: { '--where': 'team=North' } };

describe('the cover', () => {
  const cover = (report: Report) => linesOf(report, 'Cover');

  it('begins with what stands out, unless the report was asked for without', () => {
    const parts = standsOut(sampleReport) ?? [];
    const lines = cover(sampleReport);
    expect(parts.length).toBeGreaterThan(0);
    expect(lines[3]).toBe('What stands out');
    expect(lines.slice(4, lines.indexOf('Questions'))).toEqual(
      parts.flatMap(({ lead, sentences }) => [lead, ...sentences.map((text) => `\u2022 ${text}`)]),
    );
    const names = sampleReport.metrics.map(({ name }) => name);
    expect(cover(reportWith({ sections: names }))).not.toContain('What stands out');
    expect(cover(reportWith({ sections: [...names, 'summary'] }))).toContain('What stands out');
  });

  it('has the name of the service beside the title, before what the report is narrowed to', () => {
    const lines = cover(reportWith({ title: 'Monthly report', service: 'Anytown', provenance: ofNorth }));
    expect(lines.slice(0, 3)).toEqual(['INTERNAL: Monthly report', 'Anytown', 'Only team North.']);
  });
});

test('a report of a part of the service says so in its description', () => {
  expect(buildWorkbook(reportWith({ provenance: ofNorth })).description).toBe(
    'Only team North. As at 27 October 2026 (the latest start date); small numbers are shown: not for sharing.',
  );
});

test('rows are as high as the text that is wrapped in them', () => {
  const heightOf = (text: string) =>
    rowHeights({ name: 'One', lines: [{ text, role: 'text' }], table: null })[0];
  const words = (count: number) => Array.from({ length: count }, () => 'words').join(' ');
  const sheet: Sheet = {
    name: 'Words',
    lines: [
      { text: words(100), role: 'title' },
      { text: words(100), role: 'text' },
    ],
    table: {
      name: 'words',
      columns: [
        { heading: 'Number', isFigure: true },
        { heading: 'A heading of more than sixteen letters', isFigure: false },
      ],
      rows: [
        [{ number: 1, format: 'whole' }, { text: 'short' }],
        [{ number: 1, format: 'whole' }, { text: words(3) }],
      ],
    },
  };
  expect(columnWidths(sheet)).toEqual([16, 16]);
  // Arial is measured in the size of its letters: "words" is 2.667 long, a space 0.278. Sixteen figures are 8.9, less the
  // edges and the distance from the figure: 7.7. That is room for two words (5.6), not for three (8.6); of the heading,
  // where bold letters are 1.09 as long, for "A heading of" (5.6), "more than" (4.5) and "sixteen letters" (6.2).
  expect(rowHeights(sheet)).toEqual([24, 18, 3 * 14 + 4, 18, 2 * 14 + 4]);
  // 80 figures leave 44.2: fifteen words have 43.9. In the letters of a title, 16 to 12 and bold, 30.4: ten have 29.2.
  expect(rowHeights({ ...sheet, table: null })).toEqual([10 * 20 + 4, 7 * 14 + 4]);
  // A word without a place to break, of letters of 0.5.
  expect([88, 89, 176, 178].map((letters) => heightOf('x'.repeat(letters)))).toEqual([18, 32, 32, 46]);
  // Letters of the East are as wide as high.
  expect([44, 45].map((letters) => heightOf('\u6f22'.repeat(letters)))).toEqual([18, 32]);
  // The most that Excel takes.
  expect(heightOf(words(1000))).toBe(409);
});

describe('names of sheets', () => {
  it('follow the titles above the tables, as far as a tab has room', () => {
    const table = (name: string, title: string) => ({ ...staffedWorkers, name, title });
    const named = (title: string, ...tables: Table[]) =>
      tables.map((one) => sheetTitle({ ...sexMixByTeam, title, tables }, one));
    expect(named('Disproportionality', table('groups', 'Ethnic groups beside the population'))).toEqual([
      'Disproportionality',
    ]);
    expect(
      named(
        'Court quality',
        table('questions', 'The twelve questions'),
        table('standards', 'Standards of all the court work judged'),
      ),
    ).toEqual(['Court quality, twelve questions', 'Court quality, standards']);
    expect(
      named(
        'Equity of court quality',
        table('comparisons', 'Each group beside everyone else'),
        table('summary', 'Verdicts'),
      ),
    ).toEqual(['Equity of court quality', 'Equity of court quality summary']);
    expect(
      named(
        'Needs profile',
        table('needs', 'Needs and circumstances'),
        table('kpi_like', 'KPI-like, locally recorded'),
      ),
    ).toEqual(['Needs profile, needs', 'Needs profile, KPI-like']);
  });

  it('are cut between words, unique whatever the case, and free of what tabs may not have', () => {
    const nameFor = sheetNamer(['Cover']);
    expect(['COVER', 'History', "'a/b'", 'a b', '[:]', ''].map(nameFor)).toEqual([
      'COVER 2',
      'History 2',
      'a b',
      'a b 2',
      'Sheet',
      'Sheet 2',
    ]);
    const long = 'Disproportionality, populations of all the groups';
    expect([nameFor(long), nameFor(long)]).toEqual([
      'Disproportionality, populations',
      'Disproportionality 2',
    ]);
    expect(nameFor('x'.repeat(40))).toBe('x'.repeat(31));
  });
});

/** One row with a figure of every kind. */
const KINDS: readonly (readonly [type: ShownColumn['type'], value: number])[] = [
  ['count', 12_345],
  ['share', 0.0625],
  ['number', 9.25],
  ['rate', 1.2345],
  ['probability', 0.0312],
  ['probability', 0.0004],
  ['difference', 0.07],
  ['difference', -0.0123],
  ['difference', 0],
];

const kinds: Table<number> = {
  ...staffedWorkers,
  columns: [
    { key: 'worker', label: 'Worker', type: 'text' },
    ...KINDS.map(([type], place) => ({ key: `figure_${place}`, label: `Figure ${place}`, type })),
    { key: 'lower', label: 'Lower', type: 'lower', of: 'figure_6' },
  ],
  rows: [
    Object.fromEntries([
      ['worker', 'W1'],
      ...KINDS.map(([, value], place) => [`figure_${place}`, value] as const),
      ['lower', -0.5],
    ]),
  ],
};

describe.each([
  ['XLSX', renderXlsx],
  ['ODS', renderOds],
])('figures in %s', async (_name, render) => {
  const sheet = sheetNamed(open(await render(reportOfTable(kinds))), 'Workload');
  const [headings, figures] = tableRows(sheet);

  it('are stored unrounded, differences in points without the dust of binary fractions', () => {
    expect(figures).toEqual(['W1', 12_345, 0.0625, 9.25, 1.2345, 0.0312, 0.0004, 7, -1.23, 0, -50]);
    expect(headings.slice(7)).toEqual([
      'Figure 6 (percentage points)',
      'Figure 7 (percentage points)',
      'Figure 8 (percentage points)',
      'Lower (percentage points)',
    ]);
  });
});

test('figures in XLSX are shown as the terminal shows them', async () => {
  const sheet = sheetNamed(open(await renderXlsx(reportOfTable(kinds))), 'Workload');
  const row = sheet['!ref']?.match(/\d+$/)?.[0];
  const shown = [...'BCDEFGHIJ'].map((column) => sheet[`${column}${row}`]?.w);
  const columns = kinds.columns.slice(1, 10);
  expect(shown).toEqual(['12,345', '6.3%', '9.3', '1.23', '0.031', '<0.001', '+7.0', '-1.2', '0.0']);
  expect(shown).toEqual(columns.map((column, place) => formatCell(column, KINDS[place]?.[1])));
});

test('figures in ODS have the text that is shown beside the number that is stored', async () => {
  const content = unzip(await renderOds(reportOfTable(kinds))).get('content.xml') ?? '';
  const row = content.slice(content.indexOf('<text:p>W1</text:p>'));
  const shown = [...row.matchAll(/office:value="([^"]+)"><text:p>([^<]+)<\/text:p>/g)];
  expect(shown.slice(0, 10).map(([, value, text]) => [Number(value), text])).toEqual([
    [12_345, '12,345'],
    [0.0625, '6.3%'],
    [9.25, '9.3'],
    [1.2345, '1.23'],
    [0.0312, '0.031'],
    [0.0004, '&lt;0.001'],
    [7, '+7.0'],
    [-1.23, '-1.2'],
    [0, '0.0'],
    [-50, '-50.0'],
  ]);
});

test('names that are numbers stay text in XLSX, and Excel is told that they are no mistake', async () => {
  const named = (...workers: readonly string[]) =>
    reportOfTable({
      ...staffedWorkers,
      rows: workers.map((worker) => ({ ...staffedWorkers.rows[0], worker, team: 'North' })),
    });
  const told = async (report: Report) =>
    [...unzip(await renderXlsx(report)).values()].flatMap(
      (part) => part.match(/<ignoredErrors>.*(?=<tableParts)/) ?? [],
    );
  const [columns, ...others] = await told(named('10', '17', 'W3'));
  expect(columns).toMatch(
    /^<ignoredErrors><ignoredError sqref="A(\d+):A\d+" numberStoredAsText="1"\/><\/ignoredErrors>$/,
  );
  expect(others).toEqual([]);
  expect(await told(named('W1', 'W2', '18 and over'))).toEqual([]);
});

test('words behind figures stand apart from them, in their heading too', () => {
  const columns = [
    { heading: 'Share', isFigure: true },
    { heading: 'Rating', isFigure: false },
    { heading: 'Why', isFigure: false },
  ];
  expect(columns.map((_, place) => lookOfHeading(columns, place))).toEqual([
    'head-right',
    'head-indented',
    'head',
  ]);
  expect(columns.map((_, place) => lookOfEntry({ text: 'Good' }, columns, place))).toEqual([
    'wrapped-right',
    'wrapped-indented',
    'wrapped',
  ]);
});

/** What a name of a team could do if it were more than text. */
const HOSTILE = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  "=cmd|' /C calc'!A0",
  '#N/A',
  '#REF!',
  'http://example.org/',
  'mailto:a@example.org',
  "#'Cover'!A1",
  '_x001B_[31m',
  '_X0041_',
  '<b>&amp;"\'</b>]]>',
  '  two  spaces  ',
  '0012',
  '1e5',
  'TRUE',
  '\u{1f600}',
];
/** Control characters, directions and halves of characters are seen as what they are. */
const REPLACED = ['\u001b[31m\u0000\t\r\n', '\u202eevil', '\ud800', '\uffff\ufffe'];

const hostileReport = reportOfTable({
  ...staffedWorkers,
  rows: [...HOSTILE, ...REPLACED].map((worker) => ({ ...staffedWorkers.rows[0], worker, team: worker })),
});

describe.each([
  ['XLSX', renderXlsx, readXlsx],
  ['ODS', renderOds, readOds],
])('text from the data in %s', async (name, render, readText) => {
  const bytes = await render(hostileReport);
  const sheet = sheetNamed(open(bytes), 'Workload');
  const [, ...rows] = tableRows(sheet);

  it('comes back as it was, as text', async () => {
    const { sheets } = await readText(bytes);
    const again = sheets.find((one) => one.name === 'Workload')?.rows.map(([worker]) => worker);
    expect(again?.slice(-rows.length, -REPLACED.length)).toEqual(HOSTILE);
    const cells = Object.entries(sheet).filter(([address]) => /^A\d+$/.test(address));
    expect(cells.filter(([, { t }]) => t !== 's')).toEqual([]);
  });

  it('is no formula, and the only links are ours', () => {
    const cells = Object.entries(sheet).filter(([address]) => /^[A-Z]+\d+$/.test(address));
    expect(cells.filter(([, { f }]) => f !== undefined)).toEqual([]);
    const links = cells.flatMap(([, { l }]) => (l === undefined ? [] : [String(l.Target)]));
    expect(links.map((target) => target.replace(/[!.]A1$/, ''))).toEqual(["#'Notes'", "#'Contents'"]);
  });

  it('holds no character that acts or that XML does not know', () => {
    expect(rows.slice(HOSTILE.length).map(([worker]) => worker)).toEqual([
      '\ufffd[31m\ufffd\ufffd\ufffd\ufffd',
      '\ufffdevil',
      '\ufffd',
      '\ufffd\ufffd',
    ]);
    const xml = [...unzip(bytes).values()].join('');
    expect(xml.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202a-\u202e\ud800-\udfff\ufffe\uffff]/u);
  });

  it(`is cut where a cell of ${name} is full, never inside a character`, async () => {
    const worker = `${'x'.repeat(31_999)}\u{1f600}${'y'.repeat(5000)}`;
    const report = reportOfTable({ ...staffedWorkers, rows: [{ ...staffedWorkers.rows[0], worker }] });
    const [cell] = rowsOf(sheetNamed(open(await render(report)), 'Workload')).at(-1) ?? [];
    expect(cell).toBe(`${'x'.repeat(31_999)}\u2026`);
  });
});
