/** One case of a child, and its cells in the core columns as our own style writes them. */
import type { ColumnName } from '../caseload/columns.ts';
import type { DisposalGroup } from '../reference/disposals.ts';
import { isoOf } from './days.ts';
import type { CoreColumn } from './headers.ts';
import { judge } from './judgements.ts';
import type { Child } from './people.ts';
import { type Random, weightedChoice, wholeNumber } from './random.ts';
import {
  CUSTODY_KEPT,
  DAYS_BEFORE_AUDIT,
  DISPOSAL_WEIGHTS,
  type DisposalLabel,
  LONGEST_OPEN,
  SHARE_AUDITED,
  SHARE_OPEN,
  SHARE_OTHER_RESIDENCE,
  SHARE_SAME_WORKER,
  SHARE_UNALLOCATED,
  SHARE_WITH_PLANNED_END,
  WITHOUT_WORK,
  YOUNGEST_IN_CUSTODY,
} from './shape.ts';
import type { Worker, Workforce } from './workforce.ts';

export type SomeCells = Readonly<Partial<Record<ColumnName, string>>>;
export type CoreCells = SomeCells & Readonly<Record<CoreColumn, string>>;

/** A row in parts, each column in one of them: one object of fifty columns is slow to make a million times. */
export type RowParts = readonly SomeCells[];

export interface Case {
  readonly id: string;
  readonly child: Child;
  readonly disposal: DisposalLabel;
  readonly group: DisposalGroup;
  /** Days; an open case may have a planned end after the as-at date. */
  readonly start: number;
  readonly end: number | undefined;
  readonly isOpen: boolean;
  readonly isFirst: boolean;
}

interface Disposal {
  readonly label: DisposalLabel;
  readonly group: DisposalGroup;
}
const weighted = DISPOSAL_WEIGHTS.map(([label, group, weight]) => [{ label, group }, weight] as const);
const chooseDisposal = weightedChoice<Disposal>(weighted);
const chooseWithoutCustody = weightedChoice<Disposal>(weighted.filter(([{ group }]) => group !== 'Custody'));

/** The case of a child, their first one or a further one. Every thing done lies on or before the as-at date. */
export function drawCase(id: string, child: Child, isFirst: boolean, asAt: number, random: Random): Case {
  const { label, group } = drawDisposal(child, random);
  const isOpen = random() < (isFirst ? SHARE_OPEN.firstCase : SHARE_OPEN.furtherCase);
  const days = isOpen ? openDays(group, asAt, random) : endedDays(group, asAt, random);
  const start = withinChildhood(days.start, child);
  const end = days.end === undefined ? undefined : Math.max(days.end, start);
  return { id, child, disposal: label, group, start, end, isOpen, isFirst };
}

/** The same case, open and starting on a given day. */
export function startedOn(start: number, one: Case): Case {
  return { ...one, start, end: undefined, isOpen: true };
}

function drawDisposal(child: Child, random: Random): Disposal {
  const drawn = chooseDisposal(random);
  return drawn.group === 'Custody' && !staysInCustody(child, random) ? chooseWithoutCustody(random) : drawn;
}

function staysInCustody(child: Child, random: Random): boolean {
  if (child.sex === 'Female' || child.age < YOUNGEST_IN_CUSTODY) return false;
  const { group } = child.ethnicity;
  return group === 'Asian' || group === 'Black' || group === 'Mixed' || random() < CUSTODY_KEPT;
}

interface Span {
  readonly start: number;
  readonly end: number | undefined;
}

function openDays(group: DisposalGroup, asAt: number, random: Random): Span {
  const longest = LONGEST_OPEN[group];
  const start = asAt - wholeNumber(random, 0, longest);
  const isPlanned = random() < SHARE_WITH_PLANNED_END;
  return { start, end: isPlanned ? asAt + wholeNumber(random, 1, longest) : undefined };
}

function endedDays(group: DisposalGroup, asAt: number, random: Random): Span {
  const end = asAt - wholeNumber(random, 0, 360);
  return { start: end - wholeNumber(random, 30, LONGEST_OPEN[group] + 30), end };
}

/** No case before a child could commit an offence at 10, none that began after the 18th birthday. */
function withinChildhood(start: number, child: Child): number {
  return Math.min(Math.max(start, child.tenthBirthday + 45), child.eighteenthBirthday - 1);
}

/** The cells of the core columns. */
export function coreCells(one: Case, workforce: Workforce, asAt: number, random: Random): CoreCells {
  const { child } = one;
  const worker = drawWorker(one, workforce, random);
  const audited = drawAuditDay(one, asAt, random);
  return {
    case_id: one.id,
    child_id: child.id,
    worker_id: one.isOpen && random() < SHARE_UNALLOCATED ? '' : worker.id,
    team: worker.team,
    ethnicity: child.ethnicity.label,
    sex: child.sex,
    age: String(child.age),
    disposal: one.disposal,
    residence: random() < SHARE_OTHER_RESIDENCE ? 'Other' : 'Home',
    start_date: isoOf(one.start),
    end_date: one.end === undefined ? '' : isoOf(one.end),
    audit_date: audited === undefined ? '' : isoOf(audited),
    ...judge(audited === undefined ? undefined : audited - one.start, random),
  };
}

function drawWorker(one: Case, workforce: Workforce, random: Random): Worker {
  return one.isFirst || random() < SHARE_SAME_WORKER ? one.child.worker : workforce.chooseWorker(random);
}

/** Part of the court cases with work in them, once the work has had some time. */
function drawAuditDay(one: Case, asAt: number, random: Random): number | undefined {
  const isCourt = one.group === 'First-tier' || one.group === 'Community' || one.group === 'Custody';
  if (!isCourt || WITHOUT_WORK.has(one.disposal) || random() >= SHARE_AUDITED) return undefined;
  const earliest = one.start + DAYS_BEFORE_AUDIT;
  return earliest > asAt ? undefined : wholeNumber(random, earliest, asAt);
}
