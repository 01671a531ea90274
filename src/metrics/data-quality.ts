import { columnDefinitions } from '../caseload/columns.ts';
import { type DataFrame, frameOf } from '../frame/frame.ts';
import type { Row } from '../report/report.ts';
import { type Counted, defineMetric, type TableSpec, type View } from './define-metric.ts';
import { blankCells, caseGaps, childGaps, EXTENTS, FIGURES } from './gap-costs.ts';
import { neededColumns } from './needed-columns.ts';
import { type RowsOf, scopeOf, scopesOf } from './record-scopes.ts';

const STATES = {
  complete: 'complete',
  some: 'some missing',
  all: 'all missing',
  absent: 'no such column',
  nothing: 'no case to ask of',
} as const;

/**
 * What can be trusted? How complete each column is that a metric needs, of the cases that it can be asked of, and what
 * its gaps cost: how many children, or cases, are missing from which figure.
 */
export const dataQuality = defineMetric({
  name: 'data-quality',
  title: 'Data quality',
  question: 'What can be trusted?',
  unit: 'cases',
  cohort: 'all cases used, open or not, residence Home or Other',
  denominator: 'the cases that a column can be asked of; of a gap, those that the figure is about',
  timing: 'day',
  needs: [],
  alsoReads: columnDefinitions().map(({ name }) => name),
  headline: { rowExample: 'columns, ethnicity' },
  tables: [
    {
      name: 'columns',
      title: 'How complete each column is',
      unit: 'cases',
      about: {
        subject: 'record',
        alone: { counts: ['rows', 'filled'], isWhole: true, areBounds: true },
        internalRows: tellsOfOthers,
      },
      columns: [
        { key: 'column_name', label: 'Column', type: 'text' },
        { key: 'of', label: 'Asked of', type: 'text' },
        { key: 'rows', label: 'Cases', type: 'count' },
        { key: 'filled', label: 'Filled in', type: 'count' },
        { key: 'missing', label: 'Missing', type: 'count' },
        { key: 'not_understood', label: 'Not understood', type: 'count' },
        {
          key: 'share_filled',
          label: 'Share filled in',
          type: 'share',
          numerator: 'filled',
          denominator: 'rows',
        },
        { key: 'state', label: 'State', type: 'verdict' },
        { key: 'needed_by', label: 'Needed by', type: 'text' },
      ],
      highlights: { column: 'state', words: [STATES.some, STATES.all, STATES.absent] },
    },
    gapsTable('gaps', 'What each gap costs', 'children', 'Children'),
    gapsTable('case_gaps', 'What each gap costs, in cases', 'cases', 'Cases'),
  ],
  breakdown: 'internal',
  compute,
});

/** What is not asked of all cases alike, and dates that are blank because nothing was done, are counted elsewhere. */
function tellsOfOthers({ of, column_name }: Row): boolean {
  const definition = columnDefinitions().find(({ name }) => name === column_name);
  return (
    (of !== 'all cases' && of !== 'open cases') ||
    (definition?.type === 'date' && column_name !== 'start_date')
  );
}

function gapsTable(name: string, title: string, key: 'children' | 'cases', label: string): TableSpec {
  return {
    name,
    title,
    unit: 'cases',
    // How many cases of court or custody there are, and which of their dates are blank, is what other metrics protect.
    about:
      key === 'children'
        ? { subject: 'record', alone: { counts: ['of'], isWhole: true, areBounds: true } }
        : { subject: 'record', internalRows: ({ figure }) => figure !== FIGURES.workload },
    columns: [
      { key: 'figure', label: 'Missing from', type: 'text' },
      { key: 'column_name', label: 'Because of', type: 'text' },
      { key, label, type: 'count' },
      { key: 'of_what', label: 'Of the', type: 'text' },
      { key: 'of', label: 'How many', type: 'count', unit: key },
      { key: 'share', label: 'Share', type: 'share', numerator: key, denominator: 'of' },
      { key: 'extent', label: 'Extent', type: 'verdict' },
    ],
    highlights: { column: 'extent', words: [EXTENTS.some, EXTENTS.most, EXTENTS.all] },
  };
}

function compute(view: View): Counted {
  const rowsOf = scopesOf(view);
  return {
    n: view.rows.length,
    known: view.rows.length,
    leftOut: [],
    frames: {
      columns: columnsFrame(view, rowsOf),
      gaps: childGaps(view),
      case_gaps: caseGaps(view, rowsOf),
    },
    notes: NOTES,
  };
}

const NOTES = [
  'A column is asked of the cases that can have it: release dates of Custody cases, judgements of court cases audited (NA is an answer). A blank residence is Home and a blank end_date is a case that goes on, so neither can be missing.',
  'A blank date of something to be done, such as a first contact, is missing here whether it was not done or not recorded. A target that names no disposals is taken to be about the cases with any of its dates.',
  'Not understood are the missing cells that hold something: a date, number, yes or no that could not be read, a label of no known category, an impossible age or a stand-in for no date. yos-caseload validate lists them.',
  'The words under Needed by are names of metrics: yos-caseload NAME shows one of them by itself.',
  'To close a gap, fill in the column in the case system and export again; where there is no such column, add it to the export, or name its header with --map.',
];

function columnsFrame(view: View, rowsOf: RowsOf): DataFrame {
  const listed = neededColumns(view.settings).map(({ column, neededBy }) => {
    const scope = scopeOf(column);
    const rows = rowsOf(scope);
    const missing = blankCells(view, rows, column);
    return {
      column,
      scope,
      rows: rows.length,
      missing,
      notUnderstood: countCommon(rows, view.unreadable(column)),
      state: view.column(column) === null ? STATES.absent : stateOf(rows.length, missing),
      neededBy: neededBy.join(', '),
    };
  });
  return frameOf({
    column_name: listed.map(({ column }) => column),
    of: listed.map(({ scope }) => scope),
    rows: listed.map(({ rows }) => rows),
    filled: listed.map(({ rows, missing }) => rows - missing),
    missing: listed.map(({ missing }) => missing),
    not_understood: listed.map(({ notUnderstood }) => notUnderstood),
    state: listed.map(({ state }) => state),
    needed_by: listed.map(({ neededBy }) => neededBy),
  });
}

/** How many numbers two ascending lists have in common. */
function countCommon(some: Uint32Array, others: Uint32Array): number {
  let [common, at] = [0, 0];
  for (let index = 0; index < some.length && at < others.length; index++) {
    while (others[at] < some[index]) at++;
    if (others[at] === some[index]) common++;
  }
  return common;
}

function stateOf(rows: number, missing: number): string {
  if (rows === 0) return STATES.nothing;
  if (missing === 0) return STATES.complete;
  return missing === rows ? STATES.all : STATES.some;
}
