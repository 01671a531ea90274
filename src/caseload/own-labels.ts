/** Which of our labels a user's label may stand for. */
import { type ColumnName, columnDefinitions, compact, type Definition } from './columns.ts';
import { labelReader } from './labels.ts';

/** Stands for all yes/no columns in a mapping of labels. */
export const YES_NO = 'yes-no';
export type LabelledColumn = ColumnName | typeof YES_NO;

/** One of our columns, or `yes-no`, however it is written; null when it is neither. */
export function findLabelledColumn(text: string): LabelledColumn | null {
  const words = compact(text);
  if (words === compact(YES_NO)) return YES_NO;
  return columnDefinitions().find(({ name }) => compact(name) === words)?.name ?? null;
}

/** The definition whose labels these are; null for a column that has none, such as a date. */
export function labelledDefinition(name: LabelledColumn): Definition | null {
  const definition = columnDefinitions().find(
    (one) => one.name === name || (name === YES_NO && one.type === 'yes-no-na'),
  );
  const hasLabels = ['category', 'yes-no', 'yes-no-na'].includes(definition?.type ?? '');
  return definition === undefined || !hasLabels ? null : definition;
}

/** Whether the tool reads this text as a label of the column, or as a word for not known. */
export function isOwnLabel(definition: Definition, text: string): boolean {
  return labelReader(definition, '2021', new Map()).read(text) !== null;
}

/** The labels of the column as the tables call them; none for a column that keeps the labels of the file. */
export function ownLabels(definition: Definition): readonly string[] {
  return labelReader(definition, '2021', new Map()).labels;
}
