import type { Severity } from '../report/report.ts';

/**
 * Every rule about the data: how grave a breach is, and what it means for the figures. The keys are the `rule`
 * names of the JSON and of the README.
 */
export const RULES = {
  'missing-case-id': { severity: 'error', message: 'the row has no case_id and is rejected' },
  'missing-child-id': { severity: 'error', message: 'the row has no child_id and is rejected' },
  'too-many-cells': {
    severity: 'error',
    message: "a cell that is not empty lies beyond the header's last column; the row is rejected",
  },
  'different-row-for-case': {
    severity: 'error',
    message:
      'another row has the same case_id and other content; the one with the latest start_date is used and this one is rejected',
  },
  'as-at-implausible': {
    severity: 'error',
    message: 'the latest start_date lies more than 366 days after the next latest; mend it or give --as-at',
  },
  'too-few-cells': {
    severity: 'warning',
    message: 'the row is shorter than the header; the rest is taken as missing',
  },
  'unreadable-date': {
    severity: 'warning',
    message: 'not a date the tool reads (2026-10-31 or 31/10/2026); taken as missing',
  },
  'unreadable-number': { severity: 'warning', message: 'not a whole number; taken as missing' },
  'unreadable-month': { severity: 'warning', message: 'not a month (2010-05); taken as missing' },
  'unreadable-yes-no': { severity: 'warning', message: 'neither yes nor no; taken as missing' },
  'sentinel-date': {
    severity: 'warning',
    message: 'a stand-in for no date, or a year outside 1990 to 2100; taken as missing',
  },
  'age-out-of-range': { severity: 'warning', message: 'an age under 10 or over 25; taken as missing' },
  'unknown-label': { severity: 'warning', message: 'a label the tool does not know' },
  'date-order': { severity: 'warning', message: 'the date lies before the one it should follow; kept' },
  'after-as-at-date': { severity: 'warning', message: 'a thing done after the as-at date; kept' },
  'child-values-differ': {
    severity: 'warning',
    message: 'children whose rows disagree; the latest row with a known value speaks',
  },
  'stray-quote': { severity: 'warning', message: 'a quote (") stands where none belongs; kept as text' },
  'possible-identifiers': {
    severity: 'warning',
    message: 'some cells of an unmatched column look like identifiers; remove it from the export',
  },
  'header-not-matched': { severity: 'information', message: 'no column of ours; ignored' },
  'header-overridden': {
    severity: 'information',
    message: 'another header is mapped to this column by hand; ignored',
  },
  'column-dropped': { severity: 'information', message: 'held identifiers and was dropped' },
  'column-allowed': { severity: 'information', message: 'would be refused for identifiers and was allowed' },
  'duplicate-row': { severity: 'information', message: 'the same as a row before it; counted once' },
  'rows-above-header': { severity: 'information', message: 'lines above the header; not rows' },
  'blank-line': { severity: 'information', message: 'a line of empty cells only; not a row' },
  'totals-line': { severity: 'information', message: 'a totals line at the end; not a row' },
} as const satisfies Record<string, { severity: Severity; message: string }>;

export type RuleName = keyof typeof RULES;
