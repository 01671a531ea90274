import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/caseload/errors.ts';
import { readBaseline } from '../../src/config/read-baseline.ts';
import { baselineNamed } from '../../src/reference/populations.ts';

const HEADER = 'area_code,area_name,ethnic_group,age_band,sex,population';

function read(csv: string, name = 'population.csv', option = '') {
  const lines = csv.split('\n').map((line) => line.trim());
  return readBaseline(new TextEncoder().encode(lines.join('\n')), name, option);
}

/** Rows of one area and year-less, below the header. */
function rowsOf(...rows: readonly string[]): string {
  return [HEADER, ...rows.map((row) => `E1,Littletown,${row}`)].join('\n');
}

function messageOf(csv: string, option = ''): string {
  try {
    read(csv, 'population.csv', option);
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
  return 'no mistake';
}

const WHOLE = [
  'Asian,10-17,all,51818',
  'Black,10-17,all,17883',
  'Mixed,10-17,all,10696',
  'Other,10-17,all,8033',
  'White,10-17,all,42740',
];
/** Birmingham, Census 2021, as in the reference of this program: bands and sexes of each group. */
const BANDS = [
  ...['Asian,10-11,all,12800', 'Asian,12-14,all,19736', 'Asian,15-17,all,19282'],
  ...['Black,10-11,all,4391', 'Black,12-14,all,6775', 'Black,15-17,all,6717'],
  ...['Mixed,10-11,all,2978', 'Mixed,12-14,all,4099', 'Mixed,15-17,all,3619'],
  ...['Other,10-11,all,2179', 'Other,12-14,all,2984', 'Other,15-17,all,2870'],
  ...['White,10-11,all,10972', 'White,12-14,all,16144', 'White,15-17,all,15624'],
];
const SEXES = [
  ...['Asian,10-17,female,25179', 'Asian,10-17,male,26639'],
  ...['Black,10-17,female,8902', 'Black,10-17,male,8981'],
  ...['Mixed,10-17,female,5285', 'Mixed,10-17,male,5411'],
  ...['Other,10-17,female,3866', 'Other,10-17,male,4167'],
  ...['White,10-17,female,20642', 'White,10-17,male,22098'],
];
const GROUPS = { Asian: 51_818, Black: 17_883, Mixed: 10_696, Other: 8_033, White: 42_740 };

describe('a population file', () => {
  test('gives the residents aged 10 to 17 of one area by the five groups', () => {
    expect(read(rowsOf(...WHOLE))).toEqual({
      area: 'Littletown',
      byEthnicGroup: GROUPS,
      year: null,
      source: 'population.csv, source not given',
      caution: null,
    });
  });

  test.each([
    ['the whole, its bands and its sexes', [...WHOLE, ...BANDS, ...SEXES]],
    ['bands alone', BANDS],
    ['sexes alone', SEXES],
    ['rows in another order', [...SEXES, ...BANDS, ...WHOLE].reverse()],
    [
      'ages beyond 10 to 17 besides',
      [...WHOLE, 'Asian,0-9,all,1', 'Asian,15-19,all,2', 'White,18 and over,all,3'],
    ],
    ['a row of all groups that agrees', [...WHOLE, 'All,10-17,all,131170']],
  ])('reads the same from %s', (_, rows) => {
    expect(read(rowsOf(...rows)).byEthnicGroup).toEqual(GROUPS);
  });

  test('reads single years and other cuts, when they make up 10 to 17', () => {
    const asian = [10, 11, 12, 13, 14, 15, 16, 17].map((age) => `Asian,${age},all,${age}`);
    const black = ['Black,aged 10 to 12,all,7', 'Black,13–17,all,"1,003"'];
    const { byEthnicGroup } = read(rowsOf(...asian, ...black, ...WHOLE.slice(2)));
    // 10 + 11 + ... + 17 = 108
    expect([byEthnicGroup.Asian, byEthnicGroup.Black]).toEqual([108, 1010]);
  });

  test('knows the groups by the headings of the Census and of the Youth Justice Board, and the sexes by their words', () => {
    const csv = rowsOf(
      '"Asian, Asian British or Asian Welsh",10-17,F,5',
      'Asian or Asian British,10-17,Males,6',
      '"Black, Black British, Black Welsh, Caribbean or African",10-17,Total,2',
      'Mixed or multiple ethnic groups,10-17,Both sexes,3',
      'Other ethnic group,10-17,Persons,4',
      'white,10-17,ALL,8',
    );
    expect(read(csv).byEthnicGroup).toEqual({ Asian: 11, Black: 2, Mixed: 3, Other: 4, White: 8 });
  });

  test('says its year and source where it has them', () => {
    const rows = WHOLE.map((row) => `E1,Littletown,${row},2025,Mid-year estimates`);
    expect(read([`${HEADER},year,source`, ...rows].join('\n'))).toMatchObject({
      year: 2025,
      source: 'Mid-year estimates',
    });
  });

  test('may be a spreadsheet export: titles above, semicolons, no area code', () => {
    const lines = WHOLE.map((row) => `Littletown;${row.replaceAll(',', ';')}`);
    const csv = ['Population estimates', '', 'Area name;Ethnic group;Age band;Sex;Population', ...lines].join(
      '\n',
    );
    expect(read(csv).byEthnicGroup).toEqual(GROUPS);
  });
});

test('the population of Birmingham here, written out as such a file, reads as itself', () => {
  const birmingham = baselineNamed('birmingham');
  const rows = Object.entries(birmingham?.byEthnicGroup ?? {}).map(([group, n]) => `${group},10-17,all,${n}`);
  expect(read(rowsOf(...rows)).byEthnicGroup).toEqual(birmingham?.byEthnicGroup);
});

describe('what is wrong is said in one line, with the way to mend it', () => {
  test.each([
    [
      'a group is missing',
      rowsOf(...WHOLE.filter((row) => !/Mixed|Other/.test(row))),
      'population.csv: no residents aged 10-17 for Mixed and Other; add a row for each (age_band 10-17, sex all), or bands and sexes that make them up',
    ],
    [
      'a band is missing',
      rowsOf(...BANDS.filter((row) => !row.startsWith('Black,12-14'))),
      'population.csv: no residents aged 10-17 for Black; add a row for each (age_band 10-17, sex all), or bands and sexes that make them up',
    ],
    [
      'only one sex is there',
      rowsOf(...SEXES.filter((row) => row !== 'White,10-17,male,22098')),
      'population.csv: no residents aged 10-17 for White; add a row for each (age_band 10-17, sex all), or bands and sexes that make them up',
    ],
    [
      'the bands do not add up',
      rowsOf(...WHOLE, 'Asian,10-11,all,12800', 'Asian,12-14,all,19736', 'Asian,15-17,all,19283'),
      'population.csv: Asian, sex all: 51818 residents aged 10-17 by some rows and 51819 by others; correct them, or keep the rows of one age band, 10-17',
    ],
    [
      'the sexes do not add up',
      rowsOf(...WHOLE, 'Black,10-17,female,8902', 'Black,10-17,male,8980'),
      'population.csv: Black: 17883 residents aged 10-17 where sex is all, but Female and Male add up to 17882; correct them, or keep one or the other',
    ],
    [
      'the groups do not add up to all',
      rowsOf(...WHOLE, 'Total,10-17,all,131171'),
      'population.csv: the five groups add up to 131170 residents aged 10-17, but the rows of all groups to 131171; correct them, or take the latter out',
    ],
    [
      'a number is negative',
      rowsOf('Asian,10-17,all,-5', ...WHOLE.slice(1)),
      'population.csv line 2: population must be a whole number of residents, 0 or more',
    ],
    [
      'a number is a fraction, as of thousands',
      rowsOf('Asian,10-17,all,51.8', ...WHOLE.slice(1)),
      'population.csv line 2: population must be a whole number of residents, 0 or more',
    ],
    [
      'a number is not there',
      rowsOf('Asian,10-17,all,', ...WHOLE.slice(1)),
      'population.csv line 2: population must be a whole number of residents, 0 or more',
    ],
    [
      'nobody lives there',
      rowsOf(...WHOLE.map((row) => row.replace(/\d+$/, '0'))),
      'population.csv: no residents at all; fill in population',
    ],
    [
      'nobody of some groups lives there',
      rowsOf('Asian,10-17,all,0', 'Black,10-17,all,0', ...WHOLE.slice(2)),
      'population.csv: a population of 0 aged 10-17 for Asian and Black, of which there can be no rate; fill in the residents of each',
    ],
    [
      'a row is there twice',
      rowsOf(...WHOLE, 'Asian,10-17,All,51818'),
      'population.csv line 7: Asian of these ages and sex is on line 2 already; keep one of them',
    ],
    [
      'a category stands where a group should',
      rowsOf(...WHOLE, 'Pakistani,10-17,all,30000'),
      'population.csv line 7: "Pakistani" is none of the groups Asian, Black, Mixed, Other and White; add its residents to those of Asian',
    ],
    [
      'a label is of no group',
      rowsOf(...WHOLE, 'Purple,10-17,all,3'),
      'population.csv line 7: "Purple" is none of the groups Asian, Black, Mixed, Other and White; write one of them',
    ],
    [
      'ages are no ages',
      rowsOf(...WHOLE, 'Asian,teens,all,3'),
      'population.csv line 7: age_band must be ages such as 10-17 or 15',
    ],
    [
      'a sex is none of those counted',
      rowsOf(...WHOLE, 'Asian,10-17,,3'),
      'population.csv line 7: sex must be all, Female or Male',
    ],
    [
      'there are several areas',
      [HEADER, 'E1,Littletown,Asian,10-17,all,1', 'E2,Bigtown,Asian,10-17,all,1'].join('\n'),
      'population.csv: several areas (Littletown, Bigtown); keep the rows of one of them',
    ],
    [
      'there are many areas',
      [HEADER, ...[1, 2, 3, 4, 5].map((area) => `E${area},Town,Asian,10-17,all,1`)].join('\n'),
      'population.csv: several areas (E1, E2, E3, 2 more); keep the rows of one of them',
    ],
    [
      'there are several years',
      [`${HEADER},year`, 'E1,A,Asian,10-17,all,1,2024', 'E1,A,Asian,10-17,all,1,2025'].join('\n'),
      'population.csv: several years (2024 and 2025); keep the rows of one of them',
    ],
    [
      'a year is none',
      [`${HEADER},year`, 'E1,A,Asian,10-17,all,1,mid-2024'].join('\n'),
      'population.csv line 2: year must be four digits such as 2024',
    ],
    [
      'there are no rows',
      HEADER,
      'population.csv: no area; fill in area_name, and a row for each ethnic group',
    ],
    [
      'a column is missing',
      'area_name,ethnic_group,age_band,sex\nLittletown,Asian,10-17,all',
      'population.csv: no column population; the header must be area_name,ethnic_group,age_band,sex,population,area_code,year,source (area_code, year, source may be left out)',
    ],
  ])('%s', (_, csv, message) => {
    expect(messageOf(csv)).toBe(message);
  });

  test('with what the file was given for', () => {
    expect(messageOf(rowsOf(...WHOLE.slice(1)), '--baseline')).toMatch(
      /^--baseline population\.csv: no residents aged 10-17 for Asian;/,
    );
  });
});
