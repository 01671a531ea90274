import type { Report, Row, Table } from '../../report/report.ts';
import { wholeRows } from '../charts/chart-rows.ts';
import { type Finding, NOTHING, say, sayRange, shownTable, withheldAmong } from './finding.ts';

const CLEAR = ['higher', 'lower'];

/** The ethnic groups whose rate is clearly higher or lower than White's: its exact range leaves out 1. */
export function unequalGroups(report: Report): Finding {
  const table = shownTable(report, 'disproportionality', 'groups');
  if (table === null) return NOTHING;
  const compared = wholeRows(table).filter(({ group }) => group !== 'White' && group !== 'Not known');
  return {
    sentences: compared
      .filter(({ reading }) => CLEAR.includes(String(reading)))
      .map((row) => sentenceOf(table, row)),
    lookedAt: `the rates of ${compared.length} ethnic groups beside that of White${withheldAmong(compared.map(({ reading }) => reading))}`,
  };
}

function sentenceOf(table: Table, row: Row): string {
  const white = wholeRows(table).find(({ group }) => group === 'White');
  const unit = table.unit;
  const rate = say(table, row, 'rate_per_1000');
  const beside = white === undefined ? '' : ` beside ${say(table, white, 'rate_per_1000')} of White`;
  return `Ethnic group ${say(table, row, 'group')}: the rate per 1,000 residents aged 10 to 17 is ${row.reading}, ${rate}${beside} (${say(table, row, 'relative_rate')} times, 95% range ${sayRange(table, row, 'relative_rate')}); ${say(table, row, unit)} ${unit}, ${say(table, row, 'share')} of the caseload and ${say(table, row, 'population_share')} of residents. It does not say why.`;
}
