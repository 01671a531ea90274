/** Whether the files have what the targets of the config need. */
import type { Caseload } from '../caseload/caseload.ts';
import type { ColumnName } from '../caseload/columns.ts';
import { UserError } from '../caseload/errors.ts';
import { missingColumns } from '../metrics/timeliness-of-cases.ts';
import { columnsOf, type Target } from '../reference/targets.ts';

/**
 * A target that a service wrote must be one that its files can answer; examples are left out instead.
 * @throws UserError naming the target and the column that is not there, or in which no cell is a date
 */
export function refuseUnfitTargets(
  targets: readonly Target<ColumnName>[],
  { columns, problems }: Pick<Caseload, 'columns' | 'problems'>,
): void {
  for (const target of targets) {
    if (target.isExample) continue;
    const [missing] = missingColumns(target, (name) => columns.get(name) ?? null);
    if (missing !== undefined) throw new UserError(noColumn(target, missing));
    const unread = columnsOf(target).find(
      (name) =>
        problems.some(({ rule, column }) => rule === 'unreadable-date' && column === name) &&
        columns.get(name)?.values.every((day) => day === 0),
    );
    if (unread !== undefined) throw new UserError(noDates(target, unread));
  }
}

function noColumn({ name }: Target, column: ColumnName): string {
  return `target "${name}" needs ${column}, which no file has; add it to the export, name its header under columns in the config, or take the target out`;
}

function noDates({ name }: Target, column: ColumnName): string {
  return `target "${name}" needs ${column}, in which no cell is a date that can be read; write dates as 2026-10-31, or correct which header stands for ${column}`;
}
