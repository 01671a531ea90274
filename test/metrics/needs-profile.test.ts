import { describe, expect, test } from 'vitest';
import { needsProfile } from '../../src/metrics/needs-profile.ts';
import { cellsOf, figuresOf, rowOf, tableOf } from './figures-of.ts';

/*
 * Worked by hand: five children with an open case of this service, YP1 to YP5. YP6's only case is closed, YP7 is held
 * for another service.
 * send: YP1 Yes (its later case says so, its earlier one No), YP2 Yes, YP3 No, YP4 Unknown, YP5 blank: 2 Yes, 1 No.
 * ete_suitable: YP1 Yes, YP2 No, YP3 Yes, YP4 Yes, YP5 blank: 3 Yes of 4 known, 3 of all 5.
 * accommodation_suitable: YP1 Yes by its closed case, the only one that knows; the others Yes: 5 of 5.
 */
const SERVICE = `
  case_id,child_id,send,ete_suitable,accommodation_suitable,residence,start_date,end_date
  C01,YP1,No,Yes,,Home,2026-05-01,
  C02,YP1,Yes,,,Home,2026-06-01,
  C03,YP1,,,Yes,Home,2026-01-01,2026-02-01
  C04,YP2,Y,N,Y,Home,2026-05-01,
  C05,YP3,No,Yes,Yes,Home,2026-05-01,
  C06,YP4,Unknown,1,1,,2026-05-01,
  C07,YP5,,,Yes,Home,2026-05-01,
  C08,YP6,Yes,Yes,Yes,Home,2026-01-01,2026-02-01
  C09,YP7,Yes,Yes,Yes,Other,2026-05-01,
`;
const AS_AT = { asAt: '2026-10-31' };
const figures = figuresOf(needsProfile, SERVICE, AS_AT);

describe('needs', () => {
  test('count each child once; shares are of the children of whom it is known, and Unknown is in none', () => {
    expect(cellsOf(figures, 'needs', ['need', 'answer', 'children', 'answered', 'share'])).toEqual([
      ['send', 'Yes', 2, 3, 2 / 3],
      ['send', 'No', 1, 3, 1 / 3],
      ['send', 'Unknown', 2, 3, '[z]'],
      ['ete_suitable', 'Yes', 3, 4, 3 / 4],
      ['ete_suitable', 'No', 1, 4, 1 / 4],
      ['ete_suitable', 'Unknown', 1, 4, '[z]'],
      ['accommodation_suitable', 'Yes', 5, 5, 1],
      ['accommodation_suitable', 'No', 0, 5, 0],
      ['accommodation_suitable', 'Unknown', 0, 5, '[z]'],
    ]);
    expect(tableOf(figures, 'needs').cohort).toEqual({
      n: 5,
      known: 5,
      leftOut: [
        { reason: 'closed or not yet open', n: 1 },
        { reason: 'residence Other', n: 1 },
      ],
    });
  });

  test('lie in the ranges that SciPy 1.17 gives: binomtest(2, 3) and (5, 5), proportion_ci by wilson', () => {
    const send = rowOf(figures, 'needs', { need: 'send', answer: 'Yes' });
    expect(send.share_lower).toBeCloseTo(0.2076596, 6);
    expect(send.share_upper).toBeCloseTo(0.9385081, 6);
    const accommodation = rowOf(figures, 'needs', { need: 'accommodation_suitable', answer: 'Yes' });
    expect(accommodation.share_lower).toBeCloseTo(0.5655175, 6);
    expect(accommodation.share_upper).toBe(1);
  });

  test('whose column the files lack are left out and named', () => {
    expect(tableOf(figures, 'needs').rows.some(({ need }) => need === 'care_experienced')).toBe(false);
    expect(figures.notes).toContain(
      'Left out, since the files have no such column: care_experienced, likelihood_of_reoffending, safety_wellbeing, risk_to_others.',
    );
  });
});

describe('the figure called KPI-like', () => {
  test('counts unknown as not suitable: it is of all children, those held for another service left out', () => {
    expect(cellsOf(figures, 'kpi_like', ['need', 'suitable', 'of', 'share'])).toEqual([
      ['accommodation_suitable', 5, 5, 1],
      ['ete_suitable', 3, 5, 3 / 5],
    ]);
  });

  test('says that it is locally recorded and not the official indicator', () => {
    expect(tableOf(figures, 'kpi_like').title).toBe('KPI-like, locally recorded');
    expect(figures.notes.join(' ')).toMatch(/not the official indicator.*18 and over included/);
  });

  test('counts young people of 18 and over too', () => {
    const adult = `case_id,child_id,age,ete_suitable,start_date
                   C1,YP1,18,Yes,2026-05-01`;
    expect(rowOf(figuresOf(needsProfile, adult), 'kpi_like', { need: 'ete_suitable' })).toMatchObject({
      suitable: 1,
      of: 1,
    });
  });

  test('is not there without one of its two columns', () => {
    const send = figuresOf(needsProfile, 'case_id,child_id,send,start_date\nC1,YP1,Yes,2026-05-01');
    expect(send.tables.map(({ name }) => name)).toEqual(['needs']);
  });
});

describe('levels', () => {
  /*
   * YP1: the later of two open cases that know says High; the latest of all knows nothing. YP2: two cases of one day,
   * C04 before C05, so Low. YP3: only a closed case knows, YP4 only one held for another service: Unknown.
   */
  const levels = `
    case_id,child_id,risk_to_others,residence,start_date,end_date
    C01,YP1,Low,Home,2026-01-01,
    C02,YP1,High,Home,2026-02-01,
    C03,YP1,,Home,2026-03-01,
    C05,YP2,Very high,Home,2026-01-01,
    C04,YP2,Low,Home,2026-01-01,
    C06,YP3,,Home,2026-01-01,
    C07,YP3,Medium,Home,2025-01-01,2025-06-01
    C08,YP4,,Home,2026-01-01,
    C09,YP4,Medium,Other,2026-02-01,
  `;
  const counts = ['answer', 'children', 'answered', 'share'];

  test('are those of the latest open home case that has one; of one day, of the smallest case_id', () => {
    expect(cellsOf(figuresOf(needsProfile, levels, AS_AT), 'levels', counts)).toEqual([
      ['Low', 1, 2, 1 / 2],
      ['Medium', 0, 2, 0],
      ['High', 1, 2, 1 / 2],
      ['Very high', 0, 2, 0],
      ['Unknown', 2, 2, '[z]'],
    ]);
  });

  test('do not depend on the order of the rows', () => {
    const [header, ...rows] = levels.trim().split('\n');
    const reversed = [header, ...rows.reverse()].join('\n');
    expect(figuresOf(needsProfile, reversed, AS_AT)).toEqual(figuresOf(needsProfile, levels, AS_AT));
  });

  test('of a word that is no level are Unknown', () => {
    const odd = 'case_id,child_id,safety_wellbeing,start_date\nC1,YP1,Purple,2026-05-01';
    expect(cellsOf(figuresOf(needsProfile, odd), 'levels', counts).at(-1)).toEqual(['Unknown', 1, 0, '[z]']);
  });

  test('by a breakdown are those of the cases in it', () => {
    const teams = `case_id,child_id,team,risk_to_others,start_date
                   C1,YP1,North,Low,2026-01-01
                   C2,YP1,South,High,2026-02-01`;
    const rows = tableOf(figuresOf(needsProfile, teams, { by: 'team' }), 'levels').rows;
    const ofOne = rows.filter(({ children }) => children === 1).map(({ by, answer }) => [by, answer]);
    expect(ofOne).toEqual([
      ['All', 'High'],
      ['North', 'Low'],
      ['South', 'High'],
    ]);
  });
});

test('of nobody there are zeros and no shares', () => {
  const nobody = figuresOf(needsProfile, SERVICE, { asAt: '1999-01-01' });
  expect(rowOf(nobody, 'kpi_like', { need: 'ete_suitable' })).toMatchObject({
    suitable: 0,
    of: 0,
    share: '[z]',
  });
  expect(rowOf(nobody, 'needs', { need: 'send', answer: 'Yes' })).toMatchObject({
    children: 0,
    share: '[z]',
  });
});

test('a file without any of the columns is told all of them', () => {
  const bare = figuresOf(needsProfile, 'case_id,child_id,start_date\nC1,YP1,2026-05-01');
  expect(bare).toMatchObject({
    status: 'missing-columns',
    missing: [
      'send or care_experienced or ete_suitable or accommodation_suitable or likelihood_of_reoffending or safety_wellbeing or risk_to_others',
    ],
  });
});
