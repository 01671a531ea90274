/** The file of actions: what services write is read, and mistakes are said all at once without a cell of it. */
import { describe, expect, it } from 'vitest';
import { readActions } from '../../src/actions/read-actions.ts';
import { fixture } from '../support/files.ts';
import { actionsIn, actionsOf, mistakesIn, mistakesOf } from './actions-of.ts';

/** Days since 1970-01-01 by another reckoning than ours. */
const dayOf = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;

describe('what is read', () => {
  it('a line with everything, under the number it has in the file', () => {
    expect(
      actionsOf('Plan well,Head of Service,2026-06-30,In progress,court-quality,>= 70%').actions,
    ).toEqual([
      {
        line: 2,
        recommendation: 'Plan well',
        owner: 'Head of Service',
        due: dayOf('2026-06-30'),
        status: 'In progress',
        completion: 'open',
        isUnusual: false,
        target: '>= 70%',
        figure: {
          metric: 'court-quality',
          row: [],
          target: { kind: 'share', value: 0.7, direction: { side: 'least', isStrict: false } },
        },
      },
    ]);
  });

  it('a list of recommendations alone, with nothing recorded of them', () => {
    const [one, two] = actionsIn('Action\nTrain staff\nAudit files\n').actions;
    expect(one).toMatchObject({
      owner: '',
      due: 0,
      status: '',
      target: '',
      figure: null,
      completion: 'open',
    });
    expect(two).toMatchObject({ line: 3, recommendation: 'Audit files' });
  });

  it.each([
    ['the names of the columns as services write them', 'Action;Lead;Deadline\nTrain staff;HOS;30/06/2026\n'],
    [
      'in another order, with columns that are passed over',
      'Ref,due,OWNER CODE,Recommendation\n1,30 June 2026,HOS,Train staff\n',
    ],
    [
      'below a title, with semicolons',
      'Plan 2026\nrecommendation;owner;due date\nTrain staff;HOS;2026-06-30\n',
    ],
    ['days as Excel counts them', 'recommendation,owner,due_date\nTrain staff,HOS,46203\n'], // 46023 is 1 January 2026
    [
      'line ends and tabs within a cell',
      'recommendation,owner,due_date\n"Train\r\n\tstaff",HOS,2026-06-30\n',
    ],
  ])('%s', (_what, content) => {
    expect(actionsIn(content).actions).toMatchObject([
      { recommendation: 'Train staff', owner: 'HOS', due: dayOf('2026-06-30') },
    ]);
  });

  it('markup, formulas, escapes and long texts, as text that does nothing', () => {
    const texts = ['<script>alert(1)</script>', '=1+1', 'x'.repeat(5000), '\u001b[31mred'];
    expect(actionsOf(...texts).actions.map(({ recommendation }) => recommendation)).toEqual([
      ...texts.slice(0, 3),
      '\ufffd[31mred',
    ]);
  });

  it('the name and hash of the file, for the provenance', () => {
    const { file, sha256 } = actionsIn('action\nTrain staff\n');
    // printf 'action\nTrain staff\n' | sha256sum
    expect([file, sha256]).toEqual([
      'actions.csv',
      '3744ac5afea1840d4e4dfb4b6b9c2b19a30c6fb26e0705217c0fec214bafe42b',
    ]);
  });

  it('the nine made-up recommendations of the fixture', () => {
    const { actions } = readActions(fixture('improvement-plan/actions.csv'));
    expect(actions.map(({ completion }) => completion)).toEqual([
      ...['open', 'open', 'open', 'done', 'open', 'open', 'open', 'open', 'dropped'],
    ]);
    expect(actions.filter(({ isUnusual }) => isUnusual).map(({ status }) => status)).toEqual([
      'Awaiting sign-off',
    ]);
  });
});

describe('totals lines at the end are no recommendations', () => {
  const recommended = (...lines: readonly string[]) =>
    actionsOf(...lines).actions.map(({ recommendation }) => recommendation);

  it.each([
    ['Total,,,,,'],
    ['TOTAL: 2,,,,,'],
    ['Grand total,2,46203,,,'], // a number that is no due date
    [',Count,2,,,'],
    ['Sub-total,1,,,,\n,,,,,\nTotal,2,,,,\n'],
  ])('%j', (end) => {
    expect(recommended('Train staff,,2026-06-30,,,', 'Audit files,,,,,', end)).toEqual([
      'Train staff',
      'Audit files',
    ]);
  });

  it('in a column that is passed over too', () => {
    expect(actionsIn('Ref,action\n1,Train staff\nTotal,1\n').actions).toHaveLength(1);
  });

  it('nor do they tell how dates are written', () => {
    expect(actionsOf('Train staff,,46203,,,', 'Total,,-,,,').actions.at(0)?.due).toBe(dayOf('2026-06-30'));
  });

  it('but what has other words is one, and what stands above others', () => {
    const lines = ['Total,,,,,', 'Count the open cases each week,,,,,', 'Total spend,,,,,', 'Total,HOS,,,,'];
    expect(recommended(...lines)).toEqual([
      'Total',
      'Count the open cases each week',
      'Total spend',
      'Total',
    ]);
    expect(mistakesOf('Total,,,,,')).toEqual(['--actions actions.csv: a header but no recommendations']);
  });
});

describe('a status says whether something is still to be done', () => {
  it.each([
    ['done', ['Done', 'COMPLETE', 'completed', 'Closed', 'Achieved', 'Finished', 'Implemented']],
    ['dropped', ['Dropped', 'Cancelled', 'Withdrawn', 'Superseded', 'No longer needed', 'no-longer needed']],
    ['open', ['', 'Not started', 'In progress', 'On-hold', 'Overdue', 'Nearly done', 'Not complete']],
  ])('%s', (completion, statuses) => {
    const lines = statuses.map((status) => `Train staff,,,${status},,`);
    expect(actionsOf(...lines).actions.map((action) => action.completion)).toEqual(
      statuses.map(() => completion),
    );
  });
});

describe('a metric and a row of it', () => {
  const figureOf = (cell: string) => actionsOf(`Train staff,,,,"${cell}",70%`).actions[0].figure;

  it.each(['court-quality', 'Court Quality', 'quality', 'COURT_QUALITY', 'court-quality:'])('%s', (cell) => {
    expect(figureOf(cell)).toMatchObject({ metric: 'court-quality', row: [] });
  });

  it('a row by its words, parted by commas or slashes', () => {
    expect(figureOf('Sex mix: Female')).toMatchObject({ metric: 'sex-mix', row: [' Female'] });
    expect(figureOf('quality: planning / safety of the child')?.row).toHaveLength(2);
    expect(figureOf('quality: planning, safety of the child')?.row).toHaveLength(2);
  });

  it('a target without a metric is kept as words', () => {
    expect(actionsOf('Train staff,,,,,every month').actions[0]).toMatchObject({
      target: 'every month',
      figure: null,
    });
  });
});

describe('mistakes are said all at once, with the file and the line, and without a cell', () => {
  it('one of each', () => {
    expect(
      mistakesOf(
        'SECRET one,,31/12/26,,,',
        ',SECRET,,,,',
        'Three,,1900-01-01,,court-qualty,SECRET',
        'Four,,,,workload: maximum,SECRET',
        'Five,,,,workload,120%',
        'Six,,,,sex-mix,50%',
      ),
    ).toEqual([
      '--actions actions.csv line 2: the due date is not understood; write it as 2026-10-31 or 31/10/2026',
      '--actions actions.csv line 3: the recommendation is empty; write it, or clear the line',
      '--actions actions.csv line 4: the due date is not between 1990 and 2100; leave it empty where there is none',
      '--actions actions.csv line 4: there is no metric "court-qualty"; did you mean court-quality?',
      expect.stringMatching(
        /^--actions actions\.csv line 4: the target is not understood; write a share as 70%/,
      ),
      expect.stringMatching(/^--actions actions\.csv line 5: the target is not understood/),
      expect.stringMatching(/^--actions actions\.csv line 6: the target is not understood/),
      '--actions actions.csv line 7: sex-mix has many figures; write the row that is meant behind its name, such as "sex-mix: Female"',
    ]);
  });

  it('a metric whose figure is of another kind than the target', () => {
    expect(mistakesOf('One,,,,resettlement,15', 'Two,,,,workload,70%')).toEqual([
      '--actions actions.csv line 2: without a row resettlement stands for its plan before release, whose target is a share, as 70%; write one, or a row behind the name, such as "resettlement: accommodation_suitable, Yes"',
      '--actions actions.csv line 3: without a row workload stands for its largest caseload of a worker, whose target is a number, as 15; write one, or a row behind the name, such as "workload: median"',
    ]);
  });

  it('a number that is no target of the headline: over the most it can be, or a share without its sign', () => {
    expect(
      mistakesOf(
        'One,,,,court-quality,0.7',
        'Two,,,,court-quality,at least 0.07',
        'Three,,,,court-quality,70',
        'Four,,,,court-quality,>= 12.5',
        'Five,,,,court-quality,120',
        'Six,,,,timeliness,0.9',
      ),
    ).toEqual([
      '--actions actions.csv line 2: 0.7: write 70% for a share',
      '--actions actions.csv line 3: 0.07: write 7% for a share',
      '--actions actions.csv line 4: 70: the score of court-quality is at most 12; write 70% for a share',
      '--actions actions.csv line 5: 12.5: the score of court-quality is at most 12; write 12.5% for a share',
      '--actions actions.csv line 6: 120: the score of court-quality is at most 12',
      '--actions actions.csv line 7: 0.9: write 90% for a share',
    ]);
    // Four standards, each of 0 to 3 points; a ratio and a number of cases have no most.
    expect(
      mistakesOf(
        ...['One,,,,court-quality,12', 'Two,,,,court-quality,1', 'Three,,,,court-quality,0'],
        ...['Four,,,,disproportionality,0.9', 'Five,,,,workload,70'],
      ),
    ).toEqual([]);
  });

  it('of more than twenty the first twenty, and how many there are more', () => {
    const lines = (count: number) => Array.from({ length: count }, (_, index) => `Act ${index},,never,,,`);
    expect(mistakesOf(...lines(20))).toHaveLength(20);
    const said = mistakesOf(...lines(21));
    expect(said).toHaveLength(21);
    expect(said.slice(-2)).toEqual([
      expect.stringMatching(/^--actions actions\.csv line 21: the due date is not understood/),
      '--actions actions.csv: and 1 more mistake',
    ]);
    expect(mistakesOf(...lines(45)).at(-1)).toBe('--actions actions.csv: and 25 more mistakes');
  });

  it('of more than a thousand recommendations, one line', () => {
    const lines = Array.from({ length: 1000 }, (_, index) => `Act ${index},,,,,`);
    expect(actionsOf(...lines, 'Total,1000,,,,').actions).toHaveLength(1000);
    expect(mistakesOf(...lines, 'One more,,never,,,')).toEqual([
      '--actions actions.csv: 1001 recommendations are more than the 1000 that a plan may have; take out those that are done or dropped, or give another file',
    ]);
  });

  it.each([
    [
      'no column of recommendations',
      'owner,due_date\nHOS,2026-06-30\n',
      /: no column recommendation; the header must be/,
    ],
    ['an empty file', '', /: no column recommendation; the header must be/],
    [
      'one column under two names',
      'action,recommendation\na,b\n',
      /: recommendation and action are the same column/,
    ],
    ['a header alone', 'recommendation,owner\n', /: a header but no recommendations/],
    ['a cell too many', 'recommendation,owner\na,b,c\n', / line 2: more cells than the header has/],
  ])('%s', (_what, content, says) => {
    expect(mistakesIn(content)).toEqual([expect.stringMatching(says)]);
  });
});

describe('who it is about is not written down', () => {
  const owners = (...names: readonly string[]) =>
    mistakesIn(['recommendation,lead', ...names.map((name, at) => `Action ${at},"${name}"`)].join('\n'));

  it.each([
    ['by forename and surname', ['Jane Doe', 'Ade Sample', 'Jo Made-Up']],
    ['surname first', ['Doe, Jane', 'Sample, Ade']],
    ['by initial and surname', ['J. Smith', 'A Khan', 'M.J. Made-Up', 'Sample, A.']],
    ['with the post beside it', ['Jane Doe (Team Manager)', 'Ade Sample, Head of Service']],
    ['in four of five', ['Jane Doe', 'Ade Sample', 'Jo Made-Up', 'Al Example', 'HOS']],
  ])('owners are refused by name: %s', (_how, names) => {
    expect(owners(...names)).toEqual([
      '--actions actions.csv: identifies children or staff in "lead" (names); write the post or a code, as Head of Service',
    ]);
  });

  it.each([
    ['posts', ['Head of Service', 'Team Manager', 'Operations Manager, North', 'Board']],
    ['codes', ['HOS', 'W014', 'QA1', 'Q.A.', 'H.O.S.']],
    ['fewer names than four of five', ['Jane Doe', 'J. Smith', 'A Khan', 'HOS']],
  ])('%s are read', (_how, names) => {
    expect(owners(...names)).toEqual([]);
  });

  it('columns that a caseload may not have are refused, passed over or not: by header, and by five cells of a kind', () => {
    expect(mistakesIn('recommendation,Child surname,DOB\nAudit,Doe,\n')).toEqual([
      '--actions actions.csv: identifies children or staff in "Child surname" (names); take the column out',
      '--actions actions.csv: identifies children or staff in "DOB" (dates of birth); take the column out',
    ]);
    // example.org is kept for examples; NHS numbers of the test range 999 000 0000 with a right check digit.
    const mails = [1, 2, 3, 4, 5].map((number) => `Audit ${number},a${number}@example.org`);
    expect(mistakesIn(['recommendation,owner', ...mails].join('\n'))).toEqual([
      '--actions actions.csv: identifies children or staff in "owner" (e-mail addresses); take the column out',
    ]);
    expect(mistakesIn(['recommendation,owner', ...mails.slice(1)].join('\n'))).toEqual([]);
    const numbers = mails.map((line) => line.replace(/,.*/, ',9990000042'));
    expect(mistakesIn(['recommendation,ref', ...numbers].join('\n'))).toEqual([
      '--actions actions.csv: identifies children or staff in "ref" (NHS numbers); take the column out',
    ]);
  });
});
