// Compiled, strictly and with the types of the package alone, as somebody else's program would be.
import {
  buildReport,
  type DataFrame,
  type LoadOptions,
  loadCaseload,
  metrics,
  type Report,
  readCsv,
  type Table,
  UserError,
} from 'yos-caseload';

const options: LoadOptions = { asAt: '2026-10-31', ethnicityList: '2021' };

export async function mostFrequentBand(input: string | { name: string; bytes: Uint8Array }): Promise<string> {
  const caseload = await loadCaseload(input, options);
  const frame: DataFrame = caseload.toDataFrame();
  const rows: number = frame.shape[0];
  const teams: readonly (string | number | boolean)[] = frame.column('team').unique().values;

  const report = buildReport(caseload, { metrics: metrics.filter(({ name }) => name === 'age-bands') });
  const plain: Report = report;
  const table = report.metrics[0]?.tables[0];
  if (table === undefined) throw new UserError(`${plain.schema}: ${rows} rows, ${teams.length} teams`);
  const same: Table = table;
  const sorted = table.toDataFrame().sortValues('children', { ascending: false });
  const some = sorted.query(sorted.column('children').gt(4)).groupby(['band']).agg({ children: 'sum' });
  // @ts-expect-error: a method we do not promise is not there, so the frame's type is no any.
  some.sortValue('children');
  // @ts-expect-error: nor are the figures, so they cannot be changed.
  same.rows = [];
  return some.head(1).toString();
}

export const cells: readonly (readonly string[])[] = readCsv(new Uint8Array());
