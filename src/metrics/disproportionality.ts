import { NOT_KNOWN } from '../caseload/groups.ts';
import { isoDate } from '../caseload/read-dates.ts';
import type { DataFrame } from '../frame/frame.ts';
import { ETHNIC_CATEGORIES, ETHNIC_GROUPS, ethnicGroup } from '../reference/ethnicity.ts';
import { NOT_APPLICABLE, type Row } from '../report/report.ts';
import { notesOnBaseline } from './baseline-notes.ts';
import { childrenWithOpenCase, tally } from './cohorts.ts';
import {
  type ColumnSpec,
  type Counted,
  defineMetric,
  type Sizes,
  type Unanswered,
  type View,
} from './define-metric.ts';
import { frameOfRows } from './frame-of-rows.ts';
import {
  besideWhite,
  type Compared,
  comparedRow,
  fourFifthsMark,
  REFERENCE,
  type Sized,
} from './rates-beside-white.ts';
import type { Baseline } from './settings.ts';

const TOGETHER = 'Asian, Black, Mixed and Other together';

/**
 * Is any ethnic group over-represented? The children of the ethnicity mix, 18 and over included, beside the residents
 * aged 10 to 17 of the same group: shares, their gap, the rate per 1,000 and that rate over the one of White with its
 * exact interval. Each group on its own, in the order of the Youth Justice Board; the four together only when asked.
 * There is no population by default: a national one misleads a city.
 */
export const disproportionality = defineMetric({
  name: 'disproportionality',
  title: 'Disproportionality',
  question: 'Is any ethnic group over-represented?',
  caveat: 'a difference is not by itself proof of discrimination',
  unit: 'children',
  cohort:
    'children with an open case at the as-at date, 18 and over included, residence Other left out, beside residents aged 10 to 17',
  denominator: 'children of known ethnicity for shares; residents aged 10 to 17 of the group for rates',
  timing: 'day',
  needs: [['ethnicity']],
  alsoReads: ['residence'],
  headline: {
    rowExample: 'Black, relative rate',
    number: {
      words: 'highest relative rate',
      table: 'groups',
      column: 'relative_rate',
      row: 'highest',
      better: 'lower',
    },
  },
  tables: [
    {
      name: 'groups',
      title: 'Ethnic groups beside the population',
      unit: 'children',
      about: {
        subject: 'children',
        count: 'children',
        record: [NOT_KNOWN],
        sizesOf: ['ethnicity'],
        same: { metric: 'ethnicity-mix', table: 'groups' },
      },
      known: 'whose ethnicity is known',
      chart: { kind: 'bars', of: 'share', beside: 'population_share', without: [NOT_KNOWN] },
      columns: columnsOf(figuresOfOneDay()),
    },
    {
      name: 'combined',
      title: 'Four groups together, which hides the differences between them',
      unit: 'children',
      about: { subject: 'children', follows: { table: 'groups', on: null } },
      known: 'whose ethnicity is known',
      columns: columnsOf(figuresOfOneDay()),
    },
    {
      name: 'pooled',
      title: 'Several years together, each counted once a year',
      unit: 'children',
      // Beside the groups of this year it tells those of the other years, which are protected like them.
      about: {
        subject: 'children',
        count: 'other_years',
        record: [NOT_KNOWN],
        same: { metric: 'ethnicity-mix', table: 'groups' },
      },
      known: 'whose ethnicity is known',
      columns: columnsOf(figuresOfYears()),
    },
    {
      name: 'four_fifths',
      title:
        'The four-fifths rule of thumb: from United States employment law, no test and no standard for services',
      unit: 'children',
      about: { subject: 'children', follows: { table: 'groups', on: 'group' } },
      columns: [
        { key: 'group', label: 'Group', type: 'text' },
        { key: 'relative_rate', label: 'Relative rate', type: 'rate', alsoFollows: REFERENCE },
        { key: 'mark', label: 'Mark', type: 'verdict', alsoFollows: REFERENCE },
      ],
    },
  ],
  breakdown: 'internal',
  compute,
});

/** What differs between figures of one day and of several years. */
interface Figures {
  readonly share: { readonly label: string; readonly denominator: string };
  /** Further count columns. */
  readonly counts: readonly ColumnSpec[];
  readonly population: { readonly key: string; readonly label: string };
  readonly rate: string;
}

function figuresOfOneDay(): Figures {
  return {
    share: { label: 'Share of caseload', denominator: 'known' },
    counts: [],
    population: { key: 'population', label: 'Residents 10-17' },
    rate: 'Rate per 1,000 aged 10-17',
  };
}

function figuresOfYears(): Figures {
  return {
    share: { label: 'Share of caseloads', denominator: 'known' },
    counts: [{ key: 'other_years', label: 'In other years', type: 'count' }],
    population: { key: 'person_years', label: 'Residents 10-17 x years' },
    rate: 'Rate per 1,000 aged 10-17 a year',
  };
}

function columnsOf({ share, counts, population, rate }: Figures): ColumnSpec[] {
  return [
    { key: 'group', label: 'Group', type: 'text' },
    { key: 'children', label: 'Children', type: 'count' },
    ...counts,
    {
      key: 'share',
      label: share.label,
      type: 'share',
      numerator: 'children',
      denominator: share.denominator,
      outside: [NOT_KNOWN],
    },
    { key: 'share_lower', label: '95% lower', type: 'lower', of: 'share' },
    { key: 'share_upper', label: '95% upper', type: 'upper', of: 'share' },
    { ...population, type: 'number', isPublic: true },
    { key: 'population_share', label: 'Share of residents', type: 'verdict-share', isPublic: true },
    { key: 'gap', label: 'Gap in percentage points', type: 'difference' },
    { key: 'rate_per_1000', label: rate, type: 'rate' },
    { key: 'relative_rate', label: 'Relative rate', type: 'rate', alsoFollows: REFERENCE },
    { key: 'relative_rate_lower', label: '95% lower of relative rate', type: 'lower', of: 'relative_rate' },
    { key: 'relative_rate_upper', label: '95% upper of relative rate', type: 'upper', of: 'relative_rate' },
    { key: 'reading', label: "Rate beside White's", type: 'verdict', alsoFollows: REFERENCE },
  ];
}

function compute(view: View): Counted | Unanswered {
  const { baseline, combined, fourFifths } = view.settings;
  const refusal = refusalOf(view);
  if (refusal !== null) return { status: 'refused', message: refusal };
  if (baseline === null) return { status: 'not-configured', message: WITHOUT_BASELINE };
  const { children, leftOut } = childrenWithOpenCase(view);
  const [unknown, ...counts] = countsOfGroups(view);
  const tooSmall = fewerResidents(view, baseline);
  if (tooSmall !== null) return { status: 'refused', message: tooSmall };
  const today = comparedOf(counts, baseline, 1);
  return {
    n: children.length,
    known: today.known,
    leftOut,
    children,
    cohorts: { pooled: pooledSizes(view) },
    frames: {
      groups: frameOfRows([...rowsOf(today, 'population'), notKnownRow(unknown, 'population')]),
      ...(combined ? { combined: combinedFrame(today) } : {}),
      ...(view.years.length > 0 ? { pooled: pooledFrame(view, baseline) } : {}),
      ...(fourFifths ? { four_fifths: fourFifthsFrame(today) } : {}),
    },
    notes: notesOnBaseline(view, baseline),
  };
}

const WITHOUT_BASELINE =
  'Say which local population to compare with: --baseline birmingham, --baseline england-and-wales or --baseline FILE.csv (in the config file: baseline: birmingham); there is no default, because a national population makes a city look over-represented where it is only different from the nation.';

/** Why the caseload, or that of another year, cannot be compared; null when it can. */
function refusalOf({ ethnicityList, asAt, years }: View): string | null {
  if (ethnicityList === 'as-recorded')
    return 'With --ethnicity-list as-recorded the categories are those of the file, whose population is not known; leave it out to compare the five groups.';
  const days = [asAt];
  for (const { label, view } of years) {
    if (view.column('ethnicity') === null)
      return `--year ${label}: the file has no column ethnicity; map its header with --map, or leave that year out.`;
    if (view.asAt !== null && days.includes(view.asAt))
      return `--year ${label}: as at ${isoDate(view.asAt)} like another of the files, so nothing would be added but the same day again; give a file of another year.`;
    days.push(view.asAt);
  }
  return null;
}

/** The first group of which more are counted than there are residents; no rate can be right then. */
function fewerResidents(view: View, { area, byEthnicGroup }: Baseline): string | null {
  for (const year of allYears(view)) {
    const [, ...counts] = countsOfGroups(year);
    const group = ETHNIC_GROUPS.find((one, index) => counts[index] > byEthnicGroup[one]);
    if (group !== undefined)
      return `The population of ${group} in ${area} (${byEthnicGroup[group]} residents aged 10 to 17) is smaller than the number of ${view.unit} counted: check that the population is right and of the area of the service.`;
  }
  return null;
}

/** How many are of no known ethnicity, then of each group in order: the counts of the ethnicity mix. */
function countsOfGroups(view: View): number[] {
  const column = view.column('ethnicity');
  const values = view.childValues('ethnicity');
  if (column === null || values === null) throw new Error('disproportionality needs ethnicity');
  const [unknown, ...categories] = tally(childrenWithOpenCase(view).children, values, column.size);
  const counts = ETHNIC_GROUPS.map(() => 0);
  ETHNIC_CATEGORIES.forEach((category, index) => {
    counts[ETHNIC_GROUPS.indexOf(ethnicGroup(category, view.ethnicityList))] += categories[index];
  });
  return [unknown, ...counts];
}

function comparedOf(counts: readonly number[], { byEthnicGroup }: Baseline, years: number): Compared {
  const groups = ETHNIC_GROUPS.map((group, index) => ({
    group,
    children: counts[index],
    population: byEthnicGroup[group] * years,
  }));
  const all = together('all', groups);
  return {
    groups,
    white: groups[ETHNIC_GROUPS.indexOf(REFERENCE)],
    known: all.children,
    residents: all.population,
  };
}

function together(group: string, groups: readonly Sized[]): Sized {
  return {
    group,
    children: groups.reduce((sum, { children }) => sum + children, 0),
    population: groups.reduce((sum, { population }) => sum + population, 0),
  };
}

/** What the residents are called in a table. */
type PopulationKey = 'population' | 'person_years';

function rowsOf(compared: Compared, key: PopulationKey): Row[] {
  return compared.groups.map((sized) => tableRow(sized, compared, key));
}

function tableRow(sized: Sized, compared: Compared, key: PopulationKey): Row {
  const { group, children, population } = sized;
  return { group, children, [key]: population, ...comparedRow(sized, compared) };
}

/** Outside every share and rate. */
function notKnownRow(children: number, key: PopulationKey): Row {
  const nothing = { group: NOT_KNOWN, children: 0, population: 0 };
  const compared = { groups: [nothing], white: nothing, known: 0, residents: 0 };
  return {
    ...tableRow(nothing, compared, key),
    children,
    [key]: NOT_APPLICABLE,
    reading: NOT_APPLICABLE,
  };
}

function combinedFrame(compared: Compared): DataFrame {
  const others = compared.groups.filter((sized) => sized !== compared.white);
  return frameOfRows([tableRow(together(TOGETHER, others), compared, 'population')]);
}

/** This caseload and those of the other years. */
function allYears(view: View): View[] {
  return [view, ...view.years.map((year) => year.view)];
}

/** Each child once in each year. */
function pooledSizes(view: View): Sizes {
  const cohorts = allYears(view).map(childrenWithOpenCase);
  const reasons = [...new Set(cohorts.flatMap(({ leftOut }) => leftOut.map(({ reason }) => reason)))];
  const sumOf = (reason: string) =>
    sum(cohorts.flatMap(({ leftOut }) => leftOut.filter((one) => one.reason === reason).map(({ n }) => n)));
  const n = sum(cohorts.map(({ children }) => children.length));
  const unknown = sum(allYears(view).map((year) => countsOfGroups(year)[0]));
  return { n, known: n - unknown, leftOut: reasons.map((reason) => ({ reason, n: sumOf(reason) })) };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Over the residents of as many years. */
function pooledFrame(view: View, baseline: Baseline): DataFrame {
  const perYear = allYears(view).map(countsOfGroups);
  const [unknown, ...counts] = perYear[0].map((_, at) => sum(perYear.map((year) => year[at])));
  const pooled = comparedOf(counts, baseline, perYear.length);
  const rows = [...rowsOf(pooled, 'person_years'), notKnownRow(unknown, 'person_years')];
  const [unknownToday, ...today] = perYear[0];
  const ofToday = [...today, unknownToday];
  return frameOfRows(rows.map((row, at) => ({ ...row, other_years: Number(row.children) - ofToday[at] })));
}

function fourFifthsFrame({ groups, white }: Compared): DataFrame {
  return frameOfRows(
    groups.map((sized) => ({
      group: sized.group,
      relative_rate: besideWhite(sized, white).relative_rate,
      mark: fourFifthsMark(sized, white),
    })),
  );
}
