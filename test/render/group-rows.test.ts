import { describe, expect, it } from 'vitest';
import { groupRows } from '../../src/render/group-rows.ts';
import type { Cohort, Row, Table } from '../../src/report/report.ts';
import { sexMixByTeam, teamCalledAll } from './sample-report.ts';
import { shareableSexes } from './shareable-report.ts';

const namesAndRows = (table: Table) => groupRows(table).map(({ name, rows }) => [name, rows]);

/** A table of teams by team, its values with the number of cases each. */
function tableOfTeams(values: readonly (readonly [string, number])[], rows: readonly Row[]): Table {
  const one = (n: number) => ({ n, known: n, leftOut: [] });
  const cohort: Cohort = { ...one(100), parts: values.map(([by, n]) => ({ by, ...one(n) })) };
  const columns = [
    { key: 'worker', label: 'Worker', type: 'text' },
    { key: 'team', label: 'Team', type: 'text' },
    { key: 'cases', label: 'Cases', type: 'count' },
  ] as const;
  return { name: 'workers', title: 'Workers', unit: 'cases', by: 'team', cohort, columns, rows };
}
const row = (by: string, worker: string, team = by): Row => ({ by, worker, team, cases: 1 });

describe('the rows of a breakdown', () => {
  it('are those of the whole, then of each value, with its cohort', () => {
    const groups = groupRows(sexMixByTeam.tables[0]);
    expect(groups.map(({ heading, rows, cohort }) => [heading, rows.length, cohort?.n])).toEqual([
      ['All', 2, 268],
      ['Team: North', 2, 16],
      ['Team: South-west and central', 2, 250],
      ['Team: East', 2, 2],
    ]);
  });

  it('begin anew where a team called All follows the whole', () => {
    expect(namesAndRows(teamCalledAll)).toEqual([
      ['All', [0, 1]],
      ['Team: All', [2, 3]],
      ['North', [4, 5]],
    ]);
  });

  it('are told apart as well where other values stand between', () => {
    const rows = [row('All', 'W1'), row('A', 'W1'), row('All', 'W1')];
    const table = tableOfTeams(
      [
        ['A', 1],
        ['All', 1],
      ],
      rows,
    );
    expect(namesAndRows(table)).toEqual([
      ['All', [0]],
      ['A', [1]],
      ['Team: All', [2]],
    ]);
  });

  // W2 works most for North, so that its row of the team All is the first to come again, under another team.
  it('begin anew at a worker of the team All though most of his cases are elsewhere', () => {
    const rows = [
      ...[row('All', 'W1', 'North'), row('All', 'W2', 'North'), row('All', 'W3', 'All')],
      ...[row('All', 'W2', 'All'), row('All', 'W3', 'All')],
      ...[row('North', 'W1'), row('North', 'W2')],
    ];
    const table = tableOfTeams(
      [
        ['All', 2],
        ['North', 2],
      ],
      rows,
    );
    expect(namesAndRows(table)).toEqual([
      ['All', [0, 1, 2]],
      ['Team: All', [3, 4]],
      ['North', [5, 6]],
    ]);
  });

  it('of a team called Not known are not those of no team, which come last', () => {
    const rows = [
      row('All', 'W1'),
      row('All', 'W2'),
      row('Not known', 'W1'),
      row('Zed', 'W1'),
      row('Not known', 'W2'),
    ];
    const groups = groupRows(
      tableOfTeams(
        [
          ['Not known', 1],
          ['Zed', 1],
          ['Not known', 2],
        ],
        rows,
      ),
    );
    expect(groups.map(({ name, heading, rows }) => [name, heading, rows])).toEqual([
      ['All', 'All', [0, 1]],
      ['Team: Not known', 'Team: Not known', [2]],
      ['Zed', 'Team: Zed', [3]],
      ['Not known', 'Not known', [4]],
    ]);
  });

  it('do not begin anew at the second of two teams called Not known within the whole', () => {
    const team = (by: string, name: string): Row => ({ by, worker: name, team: '', cases: 1 });
    const whole = ['All', 'Not known', 'Zed', 'Not known'].map((name) => team('All', name));
    const table = tableOfTeams(
      [
        ['All', 1],
        ['Zed', 1],
      ],
      [...whole, team('All', 'All'), team('Zed', 'Zed')],
    );
    expect(namesAndRows(table)).toEqual([
      ['All', [0, 1, 2, 3]],
      ['Team: All', [4]],
      ['Zed', [5]],
    ]);
  });

  it('are none of a value that is withheld, whether its number is known or not', () => {
    expect(
      groupRows(shareableSexes).map(({ name, rows, isWithheld }) => [name, rows.length, isWithheld]),
    ).toEqual([
      ['All', 2, false],
      ['North', 2, false],
      ['South-west and central', 2, false],
      ['West', 0, true],
      ['East', 0, true],
    ]);
  });

  it('are none of a value without cases, which is not withheld', () => {
    const table = tableOfTeams([['North', 0]], [row('All', 'W1', 'North')]);
    expect(groupRows(table).map(({ name, isWithheld }) => [name, isWithheld])).toEqual([
      ['All', false],
      ['North', false],
    ]);
  });

  it('of the whole may be withheld beside those of a value', () => {
    const table: Table = { ...tableOfTeams([['North', 9]], [row('North', 'W1')]), withheld: true };
    expect(groupRows(table).map(({ name, rows, isWithheld }) => [name, rows.length, isWithheld])).toEqual([
      ['All', 0, true],
      ['North', 1, false],
    ]);
  });

  // Without this the second row of the whole would be taken for the first of the team that is not shown.
  it('of the whole stay with it where the team called All is withheld', () => {
    const { cohort, rows } = teamCalledAll;
    const [first, north] = cohort.parts ?? [];
    const whole = [rows[0], { ...rows[1], sex: 'Female' }, ...rows.slice(4)];
    const small: Table = {
      ...teamCalledAll,
      cohort: { ...cohort, parts: [{ ...first, n: '[c]', known: '[c]' }, north] },
      rows: whole,
    };
    const named: Table = { ...teamCalledAll, rows: whole, withheldParts: ['All'] };
    for (const table of [small, named]) {
      expect(namesAndRows(table)).toEqual([
        ['All', [0, 1]],
        ['Team: All', []],
        ['North', [2, 3]],
      ]);
    }
  });

  it('may be 200,000', () => {
    const rows = Array.from({ length: 200_000 }, (_, index) => row('All', `W${index}`));
    expect(groupRows(tableOfTeams([], rows)).map(({ rows }) => rows.length)).toEqual([200_000]);
  });
});
