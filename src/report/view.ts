/** What a metric gets to see of a caseload: some of its rows and the columns it declared. */
import type { Caseload, Values } from '../caseload/caseload.ts';
import { valuesOfChildren } from '../caseload/children.ts';
import type { ColumnName } from '../caseload/columns.ts';
import { ageInYears } from '../caseload/read-dates.ts';
import {
  type Metric,
  NO_START,
  NOT_OPEN,
  OPEN,
  type OtherView,
  type Period,
  type View,
} from '../metrics/define-metric.ts';
import type { Settings } from '../metrics/settings.ts';

/** What is worked out once per caseload and shared by all views. */
export interface Shared {
  childValues(name: ColumnName): Values | null;
  childAges(): Uint8Array;
  openness(): Uint8Array;
  scratch(): { perChild: Uint32Array; base: number };
}

const NO_ROWS = new Uint32Array();

/** More than the number of ranks any cohort tells apart. */
const RANKS = 8;

export function sharedOf(caseload: Caseload): Shared {
  const byName = new Map<ColumnName, Values | null>();
  const perChild = new Uint32Array(caseload.childCount + 1);
  let ages: Uint8Array | null = null;
  let openness: Uint8Array | null = null;
  let base = 0;
  const childValues = (name: ColumnName) => {
    const known = byName.get(name);
    if (known !== undefined) return known;
    const values = valuesOfChildren(caseload, name);
    byName.set(name, values);
    return values;
  };
  return {
    childValues,
    childAges() {
      ages ??= agesOfChildren(caseload, childValues('birth_month'), childValues('age'));
      return ages;
    },
    openness() {
      openness ??= opennessOf(caseload);
      return openness;
    },
    scratch() {
      base += RANKS;
      return { perChild, base };
    },
  };
}

function agesOfChildren(
  { childCount, asAt }: Caseload,
  months: Values | null,
  given: Values | null,
): Uint8Array {
  const ages = new Uint8Array(childCount + 1);
  for (let child = 1; child <= childCount; child++) {
    const month = asAt === null || months === null ? 0 : months[child];
    ages[child] = month > 0 && asAt !== null ? ageInYears(month, asAt) : (given?.[child] ?? 0);
  }
  return ages;
}

/** A case is open when it has started and has not ended: start <= as-at date < end. */
function opennessOf({ columns, rowCount, asAt, alwaysOpen }: Caseload): Uint8Array {
  const nothing = new Uint8Array(rowCount);
  const starts = columns.get('start_date')?.values ?? nothing;
  const ends = columns.get('end_date')?.values ?? nothing;
  const at = asAt ?? Number.POSITIVE_INFINITY;
  const openness = new Uint8Array(rowCount);
  for (let row = 0; row < rowCount; row++) {
    if (starts[row] === 0 && alwaysOpen[row] === 0) openness[row] = NO_START;
    else if (starts[row] > at && alwaysOpen[row] === 0) openness[row] = NOT_OPEN;
    else if (asAt !== null && ends[row] > 0 && ends[row] <= at) openness[row] = NOT_OPEN;
    else openness[row] = OPEN;
  }
  return openness;
}

/** What a view is of, besides its rows. */
export interface Around {
  readonly settings: Settings;
  readonly period: Period | null;
  readonly years: readonly OtherCaseload[];
  readonly months: readonly OtherCaseload[];
}

/** A further caseload beside that of the report, and what is shared by its views. */
export interface OtherCaseload {
  readonly label: string;
  readonly caseload: Caseload;
  readonly shared: Shared;
}

export function viewOf(
  caseload: Caseload,
  shared: Shared,
  rows: Uint32Array,
  metric: Metric,
  around: Around,
): View {
  const declared = new Set<ColumnName>([...metric.needs.flat(), ...metric.alsoReads]);
  const check = (name: ColumnName) => {
    if (!declared.has(name)) throw new Error(`${metric.name} reads ${name} without declaring it`);
  };
  return {
    unit: caseload.unit,
    settings: around.settings,
    ethnicityList: caseload.ethnicityList,
    ageBands: caseload.ageBands,
    years: othersOf(around.years, metric, around),
    months: othersOf(around.months, metric, around),
    asAt: caseload.asAt,
    period: metric.timing === 'period' ? around.period : null,
    rows,
    children: caseload.children,
    childCount: caseload.childCount,
    column(name) {
      check(name);
      return caseload.columns.get(name) ?? null;
    },
    childValues(name) {
      check(name);
      return shared.childValues(name);
    },
    childAges() {
      check('age');
      return shared.childAges();
    },
    unreadable(name) {
      check(name);
      return caseload.unreadable.get(name) ?? NO_ROWS;
    },
    openness: shared.openness(),
    scratch: shared.scratch,
  };
}

function othersOf(others: readonly OtherCaseload[], metric: Metric, around: Around): OtherView[] {
  const alone = { ...around, years: [], months: [] };
  return others.map(({ label, caseload, shared }) => ({
    label,
    view: viewOf(caseload, shared, caseload.used, metric, alone),
  }));
}
