/** The flags of single metrics: each is one of `report` too, which runs them all. */

export interface MetricFlag {
  readonly flags: string;
  readonly description: string;
  /** The metric it is for. */
  readonly metric: string;
  readonly isRepeatable?: true;
}

export const METRIC_FLAGS: readonly MetricFlag[] = [
  {
    flags: '--baseline <population>',
    description: 'birmingham, england-and-wales, or a CSV: the children aged 10-17 who live here',
    metric: 'disproportionality',
  },
  {
    flags: '--year <year=file>',
    description: 'the caseload of another year, to count both together (repeatable)',
    metric: 'disproportionality',
    isRepeatable: true,
  },
  {
    flags: '--combined',
    description: 'also Asian, Black, Mixed and Other together',
    metric: 'disproportionality',
  },
  {
    flags: '--four-fifths',
    description: 'also mark ratios under 0.8 and over 1.25, a rule of thumb',
    metric: 'disproportionality',
  },
  {
    flags: '--months <n>',
    description: 'how many month-ends to look back (24)',
    metric: 'caseload-trend',
  },
  {
    flags: '--month <month=file>',
    description: 'the open cases of another month, such as 2026-09=file.csv (repeatable)',
    metric: 'caseload-trend',
    isRepeatable: true,
  },
  {
    flags: '--months-ahead <n>',
    description: 'how many months to look ahead for 18th birthdays (12)',
    metric: 'transitions',
  },
];
