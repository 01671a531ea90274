// What exports get wrong and every peer is asked to put right or reject, one kind in every twentieth row, in turn.
import { cellsOf, lineOf } from './cells.js';

const EVERY = 20;
const AT = {
  case_id: 0,
  child_id: 1,
  ethnicity: 4,
  sex: 5,
  age: 6,
  disposal: 7,
  start_date: 9,
  end_date: 10,
};
const FIRST_ANSWER = 12;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const KINDS = [
  date((year, month, day) => `${day}/${month}/${year}`),
  date((year, month, day) => `${day}-${month}-${year}`),
  date((year, month, day) => `${Number(day)} ${MONTHS[month - 1]} ${year}`),
  date((year, month, day) => `${day}/${month}/${year} 09:30`),
  date((year, month, day) => `${year}-${month}-${day}T00:00:00`),
  date((year, month, day) => `${day}.${month}.${year}`),
  cell('start_date', () => '31/02/2026'),
  cell('start_date', () => 'tbc'),
  cell('end_date', () => '1900-01-01'),
  cell('age', () => '7'),
  cell('age', () => 'fifteen'),
  cell('ethnicity', () => 'Martian'),
  cell('ethnicity', (text) => text.toUpperCase()),
  cell('ethnicity', () => 'Irish'),
  cell('sex', () => ''),
  cell('disposal', (text) => `  ${text.toLowerCase()} `),
  cell('disposal', () => 'Reprimand'),
  cell('case_id', () => ''),
  cell('child_id', () => ''),
  (cells) => [cells, cells],
  (cells) => [cells, cells.with(AT.start_date, '2020-01-01')],
  (cells) => [cells.map((text, at) => (at < FIRST_ANSWER ? text : text === 'Yes' ? 'y' : text && '0'))],
];

/** The lines that stand in the place of the one of this number; the header is number 0. */
export function dirtied(line, number) {
  if (number === 0 || number % EVERY !== 0) return line;
  const kind = KINDS[(number / EVERY) % KINDS.length];
  return kind(cellsOf(line)).map(lineOf).join('\n');
}

function cell(column, change) {
  return (cells) => [cells.with(AT[column], change(cells[AT[column]]))];
}

/** The same day written in another way, in both columns where there is one. */
function date(write) {
  const rewrite = (text) => (text === '' ? '' : write(...text.split('-')));
  return (cells) => [
    cells.with(AT.start_date, rewrite(cells[AT.start_date])).with(AT.end_date, rewrite(cells[AT.end_date])),
  ];
}
