/**
 * The staff file of a synthetic caseload. Published is only "more than 140 staff" beside "more than 370 children"
 * (HM Inspectorate of Probation, Birmingham, October 2020); roles, hours, vacancies and ethnicity are invented.
 */
import { checkedAsAt, type GenerateOptions } from './options.ts';
import { type Random, randomStream, weightedChoice } from './random.ts';
import { quoted, rewriteOf, STYLES, type Style } from './styles.ts';
import { buildWorkforce, type Workforce } from './workforce.ts';

const HEADER = 'worker_id,team,role,fte,case_holding,post_status,ethnicity';

/** Other staff for each worker who holds cases: 40 of 140 hold cases. */
const OTHERS_PER_WORKER = 2.5;
const SHARE_VACANT = 0.1;

const chooseHours = weightedChoice([
  ['1.0', 74],
  ['0.8', 12],
  ['0.6', 9],
  ['0.5', 5],
]);
const chooseRole = weightedChoice([
  ['Case manager', 75],
  ['Senior practitioner', 25],
]);
const chooseOtherRole = weightedChoice([
  ['Team manager', 12],
  ['Support worker', 26],
  ['Restorative justice worker', 14],
  ['Intensive supervision worker', 16],
  ['Education worker', 10],
  ['Health worker', 10],
  ['Business support', 12],
]);
const choosePostStatus = weightedChoice([
  ['In post', 94],
  ['Long-term absent', 6],
]);
const chooseEthnicity = weightedChoice([
  ['Indian', 8],
  ['Pakistani', 13],
  ['Bangladeshi', 3],
  ['Caribbean', 17],
  ['African', 6],
  ['White and Black Caribbean', 5],
  ['English, Welsh, Scottish, Northern Irish or British', 40],
  ['Irish', 4],
  ['Any other White background', 2],
  ['Not known', 2],
]);

/**
 * The staff of the caseload that the same options give, as CSV text with our own headers: every worker who can
 * hold a case, vacant posts, and staff without cases. Teams are called as in the caseload file.
 */
export function generateStaff(options: GenerateOptions): string {
  checkedAsAt(options);
  const workforce = buildWorkforce(options.cases, options.seed);
  const random = randomStream(options.seed, 'staff');
  const rows = [
    ...caseHolders(workforce, random),
    ...vacancies(workforce, random),
    ...others(workforce, random),
  ];
  const style = STYLES[options.style];
  return [HEADER, ...rows.map((row) => staffLine(row, style)), ''].join('\n');
}

type StaffRow = readonly [
  id: string,
  team: string,
  role: string,
  fte: string,
  caseHolding: 'Yes' | 'No',
  postStatus: string,
  ethnicity: string,
];

function staffLine([id, team, ...rest]: StaffRow, style: Style): string {
  return [id, rewriteOf(style, 'team')(team), ...rest].map((cell) => quoted(cell, ',')).join(',');
}

function caseHolders({ workers }: Workforce, random: Random): StaffRow[] {
  return workers.map(({ id, team }) => [
    id,
    team,
    chooseRole(random),
    chooseHours(random),
    'Yes',
    choosePostStatus(random),
    chooseEthnicity(random),
  ]);
}

function vacancies({ workers, teams }: Workforce, random: Random): StaffRow[] {
  const count = Math.round(workers.length * SHARE_VACANT);
  return numbered('V', count, (id, index) => {
    return [id, teams[index % teams.length], 'Case manager', chooseHours(random), 'Yes', 'Vacant', ''];
  });
}

function others({ workers, teams }: Workforce, random: Random): StaffRow[] {
  const count = Math.round(workers.length * OTHERS_PER_WORKER) - Math.round(workers.length * SHARE_VACANT);
  return numbered('S', count, (id, index) => [
    id,
    teams[index % teams.length],
    chooseOtherRole(random),
    chooseHours(random),
    'No',
    choosePostStatus(random),
    chooseEthnicity(random),
  ]);
}

function numbered(letter: string, count: number, make: (id: string, index: number) => StaffRow): StaffRow[] {
  const digits = Math.max(3, String(count).length);
  return Array.from({ length: count }, (_, index) =>
    make(`${letter}${String(index + 1).padStart(digits, '0')}`, index),
  );
}
