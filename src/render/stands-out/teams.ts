import { isNumber, type Report, type Row, type Table } from '../../report/report.ts';
import { wholeRows } from '../charts/chart-rows.ts';
import {
  type Finding,
  firstOf,
  NOTHING,
  questionInWords,
  say,
  shownTable,
  withheldAmong,
} from './finding.ts';

const OUTSIDE = ['below', 'above'];
/** Beyond these few lie where all teams are alike: at most 1 in 500. */
const WIDEST = '99.8%';

/** Teams outside the limits of the funnel: those outside the widest by name, how many are outside the others. */
export function unlikeTeams(report: Report): Finding {
  const table = shownTable(report, 'quality-consistency', 'teams');
  if (table === null) return NOTHING;
  const rows = wholeRows(table);
  const shown = rows.filter(({ share }) => isNumber(share)).length;
  if (shown === 0) return NOTHING;
  const outside = rows.filter(({ place }) => OUTSIDE.includes(String(place)));
  const far = outside.filter(({ limit }) => limit === WIDEST);
  return {
    sentences: [
      ...firstOf(
        far.map((row) => sentenceOf(table, row)),
        'Consistency of court quality',
      ),
      ...nearSentence(outside.length - far.length, shown),
    ],
    lookedAt: `${rows.length} places of a team on a question of court quality beside the whole service${withheldAmong(rows.map(({ place }) => place))}`,
  };
}

function sentenceOf(table: Table, row: Row): string {
  return `Court quality, ${questionInWords(row)}: team ${say(table, row, 'team')}, ${say(table, row, 'sufficient')} of ${say(table, row, 'judged')} cases judged were sufficient (${say(table, row, 'share')}), ${row.place} the ${WIDEST} limits around the ${say(table, row, 'service_share')} of the whole service. Nothing is corrected for how many teams and questions are looked at.`;
}

function nearSentence(near: number, shown: number): string[] {
  if (near === 0) return [];
  const [what, lie] = near === 1 ? ['place', 'lies'] : ['places', 'lie'];
  return [
    `Court quality by team: ${near} ${what} of a team on a question, of ${shown} looked at, ${lie} outside the 95% limits around the share of the whole service, but within the 99.8% limits. Up to 1 in 20 can lie there where all teams are alike.`,
  ];
}
