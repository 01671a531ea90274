/** Lines and columns are counted by hand in the texts. */
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config/read-config.ts';
import { isThreshold } from '../../src/report/disclosure.ts';
import { messageOf, mistakesIn, refusalOf } from './reading.ts';

const KEYS =
  'keys are as-at, columns, values, baseline, framework, targets, age-bands, case-limit, disclosure, title, service, logo and sections';

describe('mistakes', () => {
  it('are all told at once, in the order of the file, below a heading that counts them', () => {
    const text = `as-at: 31/13/2026
colums:
  Gruppe: team
values:
  sex: { M: Mal }
baseline: birminghm
targets:
  - name: Panel
    from: sentence_dat
    to: team
    within: -1
disclosure:
  threshold: 101
`;
    expect(messageOf(() => readConfig(text, 'yos-caseload.yaml')).split('\n')).toEqual([
      'yos-caseload.yaml: 9 mistakes',
      'yos-caseload.yaml:1:8: as-at "31/13/2026" is no date; write a date such as 2026-10-31',
      `yos-caseload.yaml:2:1: colums is no key here; ${KEYS}; did you mean columns?`,
      'yos-caseload.yaml:5:13: "Mal" is no label of sex; did you mean Male?',
      'yos-caseload.yaml:6:11: there is no baseline "birminghm"; write birmingham, england-and-wales or the path of a CSV; did you mean birmingham?',
      'yos-caseload.yaml:8:5: source is missing; write text: where the target comes from',
      'yos-caseload.yaml:9:11: sentence_dat is no column; did you mean sentence_date?',
      expect.stringMatching(
        /^yos-caseload\.yaml:10:9: team is no date column; date columns are start_date, .* and resettlement_plan_date$/,
      ),
      'yos-caseload.yaml:11:13: within is -1; write a whole number from 0 to 3660',
      'yos-caseload.yaml:13:14: threshold is 101; write a whole number from 1 to 100',
    ]);
  });

  it('are one when there is one', () => {
    expect(refusalOf('as-at: soon').heading).toBe('c.yaml: 1 mistake');
  });

  it('are shown a hundred at a time', () => {
    const text = `columns:\n${Array.from({ length: 150 }, (_, at) => `  H${at}: zzzzzzz\n`).join('')}`;
    const { heading, mistakes } = refusalOf(text);
    expect(heading).toBe('c.yaml: 150 mistakes');
    expect(mistakes).toHaveLength(101);
    expect(mistakes[100]).toBe(' and 50 more');
  });

  it('keep to one line whatever the file holds', () => {
    const [mistake, ...more] = mistakesIn(`framework: "a\\nb ${'x'.repeat(200)}"`);
    expect(more).toEqual([]);
    expect(mistake).toMatch(/^1:12: framework is "a b x{56}\.\.\."; write /);
  });

  it('that an alias repeats are told once, where they stand', () => {
    const target = (name: string, disposals: string) =>
      `  - { name: ${name}, from: sentence_date, to: panel_date, within: 5, source: x, disposals: ${disposals} }\n`;
    expect(mistakesIn(`targets:\n${target('A', '&some [Fin]')}${target('B', '*some')}`)).toEqual([
      '2:93: "Fin" is no disposal; did you mean Fine?',
    ]);
  });
});

describe('the file as a whole', () => {
  it.each([
    ['as-at', '1:1: the file is text; write keys such as "as-at: 2026-10-31"'],
    ['- as-at: 2026-10-31', '1:1: the file is a list; write keys such as "as-at: 2026-10-31"'],
    ['as_at: 2026-10-31', `1:1: as_at is no key here; ${KEYS}; did you mean as-at?`],
    ['ageBands: []', `1:1: ageBands is no key here; ${KEYS}; did you mean age-bands?`],
    ['teams: 1', `1:1: teams is no key here; ${KEYS}`],
    ['__proto__: 1', '1:1: the name __proto__ cannot be used; leave it out'],
    ['constructor: 1', `1:1: constructor is no key here; ${KEYS}`],
    ['? [a, b]\n: 1', '1:3: a key is text before a colon, not a list; put it in quotes'],
  ])('is keys that are known: %j', (text, mistake) => {
    expect(mistakesIn(text)).toEqual([mistake]);
  });

  it('has each key once, and what else is wrong is told too', () => {
    expect(mistakesIn('as-at: 2026-10-31\nframework: 2024\nas-at: 2026-09-30\n')).toEqual([
      '2:12: framework is "2024"; write 2018-2024 or 2025; did you mean 2025?',
      '3:1: as-at is here a second time; keep one of them',
    ]);
  });
});

describe('as-at, baseline and framework', () => {
  it.each([
    ['as-at: 20261031', '1:8: as-at is a number; write a date such as 2026-10-31'],
    ['as-at:', '1:1: as-at is empty; write a date such as 2026-10-31'],
    ['as-at: ""', '1:8: as-at is empty; write a date such as 2026-10-31'],
    ['as-at: 30/02/2026', '1:8: as-at "30/02/2026" is no date; write a date such as 2026-10-31'],
    ['as-at: 31/10/26', '1:8: as-at "31/10/26" is no date; write a date such as 2026-10-31'],
    [
      'as-at: 1900-01-01',
      '1:8: as-at "1900-01-01" lies outside the years 1990 to 2100; write a date such as 2026-10-31',
    ],
    ['as-at: [2026-10-31]', '1:8: as-at is a list; write a date such as 2026-10-31'],
    [
      'baseline: leeds',
      '1:11: there is no baseline "leeds"; write birmingham, england-and-wales or the path of a CSV',
    ],
    ['baseline: 5', '1:11: baseline is a number; write birmingham, england-and-wales or the path of a CSV'],
    [
      'baseline: "data\\area.csv"',
      "1:11: baseline holds a special character, which a backslash in double quotes makes; use 'single quotes'",
    ],
    ['framework: 2018', '1:12: framework is "2018"; write 2018-2024 or 2025; did you mean 2025?'],
    ['framework: true', '1:12: framework is true; write 2018-2024 or 2025'],
    ['framework:', '1:1: framework is empty; write 2018-2024 or 2025'],
  ])('%j', (text, mistake) => {
    expect(mistakesIn(text)).toEqual([mistake]);
  });
});

describe('columns', () => {
  it.each([
    ['columns: [team]', '1:10: columns is a list; write lines such as "Team name: team" below it'],
    ['columns: team', '1:10: columns is text; write lines such as "Team name: team" below it'],
    ['columns:\n  Gruppe: 3', '2:11: Gruppe is a number; write text: one of our columns, such as team'],
    ['columns:\n  Gruppe:', '2:3: Gruppe is empty; write text: one of our columns, such as team'],
    ['columns:\n  Gruppe: teem', '2:11: teem is no column; did you mean team?'],
    ['columns:\n  Gruppe: postcode', '2:11: postcode is no column; see yos-caseload columns'],
    ['columns:\n  "-": team', '2:3: there is no header before the colon; write the header of your file'],
    [
      'columns:\n  Team ID: team\n  team-id: team',
      '3:3: team-id is the same header as Team ID; keep one of them',
    ],
  ])('%j', (text, mistake) => {
    expect(mistakesIn(text)).toEqual([mistake]);
  });
});

describe('values', () => {
  it.each([
    [
      'values: 3',
      '1:9: values is a number; write columns such as "sex:" below it, and their labels below them',
    ],
    ['values:\n  sex: Male', '2:8: sex is text; write lines such as "M: Male" below it'],
    ['values:\n  sexx: {}', '2:3: sexx is no column; did you mean sex?'],
    ['values:\n  yesno_: { J: Yess }', '2:16: "Yess" is no label of yes-no; did you mean Yes?'],
    [
      'values:\n  age: { x: y }',
      '2:3: age has no labels to map; labels are in columns such as ethnicity and disposal',
    ],
    [
      'values:\n  start_date: {}',
      '2:3: start_date has no labels to map; labels are in columns such as ethnicity and disposal',
    ],
    ['values:\n  yes-no: { Ja: true }', '2:17: Ja is true; write text: one of our labels'],
    ['values:\n  sex: { X: qqqqqq }', '2:13: "qqqqqq" is no label of sex; see yos-caseload columns'],
    [
      'values:\n  sex: { "": Male }',
      '2:10: there is no label before the colon; write the label of your file',
    ],
    ['values:\n  sex: { M: Male, m.: Male }', '2:19: m. is the same label as M; keep one of them'],
    ['values:\n  sex: { M: Male }\n  Sex: { F: Female }', '3:3: sex is here a second time; keep one of them'],
  ])('%j', (text, mistake) => {
    expect(mistakesIn(text)).toEqual([mistake]);
  });
});

describe('targets', () => {
  /** One target, on line 2 from column 5, with some of its keys written otherwise or left out. */
  const target = (changes: Record<string, string | null>) => {
    const usual = { name: 'A', from: 'sentence_date', to: 'panel_date', within: '5', source: 'x' };
    const lines = Object.entries({ ...usual, ...changes }).flatMap(([key, value]) =>
      value === null ? [] : [`${key}: ${value}`],
    );
    return `targets:\n  - ${lines.join('\n    ')}\n`;
  };

  it.each([
    [{ name: null }, '2:5: name is missing; write text, such as "First contact"'],
    [{ name: '" "' }, '2:11: name is empty; write text, such as "First contact"'],
    [{ name: '2024' }, '2:11: name is a number; write text, such as "First contact"'],
    [{ from: 'review_dat' }, '3:11: review_dat is no column; did you mean review_date?'],
    [{ from: '5' }, '3:11: from is a number; write text: one of our date columns, such as sentence_date'],
    [{ to: 'sentence_date' }, '4:5: from and to are both sentence_date; write two different dates'],
    [{ within: '3661' }, '5:13: within is 3661; write a whole number from 0 to 3660'],
    [{ within: '2.5' }, '5:13: within is 2.5; write a whole number from 0 to 3660'],
    [{ within: '"5"' }, '5:13: within is text; write a whole number from 0 to 3660'],
    [{ within: '' }, '5:5: within is empty; write a whole number from 0 to 3660'],
    [{ within: null, 'at-least': '-1' }, '6:15: at-least is -1; write a whole number from 0 to 3660'],
    [
      { within: null },
      '2:5: the target has no time; write one of "within: 5", "at-least: 2" or "by: a date column"',
    ],
    [{ by: 'plan_date' }, '7:5: by does not go with within; keep one of them'],
    [{ within: null, by: 'panel_date' }, '4:5: by and to are both panel_date; write two different dates'],
    [
      { within: null, by: 'plan_date', days: 'working' },
      '7:5: days does not go with by, which names the day itself; leave it out',
    ],
    [{ days: 'workin' }, '7:11: days is "workin"; write calendar or working; did you mean working?'],
    [{ source: null }, '2:5: source is missing; write text: where the target comes from'],
    [{ disposals: 'Fine' }, '7:16: disposals is text; write a list such as [Referral order]'],
    [{ disposals: '[]' }, '7:16: the list is empty; write a disposal, or leave disposals out for all'],
    [
      { disposals: '[Fine, 3]' },
      '7:23: entry 2 of disposals is a number; write text: a disposal, such as Referral order',
    ],
    [{ disposals: '[Referal order]' }, '7:17: "Referal order" is no disposal; did you mean Referral order?'],
    [{ disposals: '[unknown]' }, '7:17: "unknown" is no disposal; see yos-caseload columns'],
    [
      { disposal: '[Fine]' },
      '7:5: disposal is no key here; keys are name, from, to, within, at-least, by, days, source and disposals; did you mean disposals?',
    ],
  ])('%j', (changes, mistake) => {
    expect(mistakesIn(target(changes))).toEqual([mistake]);
  });

  it('are a list that is not empty', () => {
    expect(mistakesIn('targets: []')).toEqual([
      '1:10: the list is empty; write a target, or leave targets out',
    ]);
    expect(mistakesIn('targets:\n  - Panel')).toEqual([
      '2:5: entry 1 of targets is text; write keys such as "name: First contact" below it',
    ]);
    expect(mistakesIn('targets: { name: A }')).toEqual([
      '1:10: targets holds keys of its own; write a list of targets, each with name, from, to, within, at-least or by, and source',
    ]);
  });

  it('have names of their own, which is told beside other mistakes', () => {
    const second = '  - { name: A , from: plan_date, to: panel_dat, within: 1, source: x }\n';
    expect(mistakesIn(target({}) + second)).toEqual([
      '7:13: the name "A" is taken by a target before; write another',
      '7:38: panel_dat is no column; did you mean panel_date?',
    ]);
  });
});

describe('age bands', () => {
  it.each([
    ['age-bands: 10-17', '1:12: age-bands is text; write a list such as [10-13, 14-15, 16-17]'],
    ['age-bands: []', '1:12: ages 10 to 17 are in no band; write bands that hold each age from 10 to 17'],
    ['age-bands: [10-13, 15-17]', '1:20: age 14 is in no band; write bands that hold each age from 10 to 17'],
    [
      'age-bands: [12-17]',
      '1:13: ages 10 to 11 are in no band; write bands that hold each age from 10 to 17',
    ],
    [
      'age-bands: [10-15]',
      '1:12: ages 16 to 17 are in no band; write bands that hold each age from 10 to 17',
    ],
    ['age-bands: [10-14, 14-17]', '1:20: 14-17 overlaps 10-14; write each age in one band'],
    ['age-bands: [10-13, 10-17]', '1:20: 10-17 overlaps 10-13; write each age in one band'],
    ['age-bands: [14-17, 10-13]', '1:20: 10-13 stands after 14-17; write the youngest first'],
    ['age-bands: [13-10, 14-17]', '1:13: "13-10" ends before it begins; write 10-13'],
    ['age-bands: [9-17]', '1:13: "9-17" goes beyond the ages 10 to 17; 18 and over is always there'],
    ['age-bands: [10-18]', '1:13: "10-18" goes beyond the ages 10 to 17; 18 and over is always there'],
    ['age-bands: [10-17, 18+]', '1:20: "18+" is always there as 18 and over; leave it out'],
    ['age-bands: [10-17, 18]', '1:20: "18" is always there as 18 and over; leave it out'],
    ['age-bands: [10.5, 11-17]', '1:13: "10.5" is no age band; write a band such as 10-13, or one age'],
    ['age-bands: [young]', '1:13: "young" is no age band; write a band such as 10-13, or one age'],
    ['age-bands: [[10, 17]]', '1:13: entry 1 of age-bands is a list; write a band such as 10-13, or one age'],
  ])('%j', (text, mistake) => {
    expect(mistakesIn(text)).toEqual([mistake]);
  });
});

describe("what makes a report the service's own", () => {
  it.each([
    ['title: 5', '1:8: title is a number; write the title of the report, of up to 120 characters'],
    ['title: ""', '1:8: title is empty; write the title of the report, of up to 120 characters'],
    [
      `service: ${'x'.repeat(121)}`,
      `1:10: "${'x'.repeat(60)}..." is too long; write the name of the service, of up to 120 characters`,
    ],
    ['logo: [a.svg]', '1:7: logo is a list; write the path of an SVG or PNG file'],
    ['logo: ""', '1:7: logo is empty; write the path of an SVG or PNG file'],
    [
      'logo: "pictures\\arms.svg"',
      "1:7: logo holds a special character, which a backslash in double quotes makes; use 'single quotes'",
    ],
    [
      'sections: ethnicity-mix',
      '1:11: sections is text; write a list such as [summary, ethnicity-mix, court-quality]',
    ],
    ['sections: [Ages, 5]', '1:18: entry 2 of sections is a number; write the name of a metric, or summary'],
    ['sections: [summry, ages]', '1:12: there is no section "summry"; did you mean summary?'],
    ['sections: [zzzzzzzz]', '1:12: there is no section "zzzzzzzz"; see yos-caseload metrics'],
    ['sections: [ages, sex-mix, age-bands]', '1:27: age-bands is there twice; name each once'],
    [
      'sections: [summary]',
      '1:11: sections names no metric; write a list such as [summary, ethnicity-mix, court-quality]',
    ],
  ])('%s', (text, mistake) => {
    expect(mistakesIn(text)).toEqual([mistake]);
  });
});

describe('the limit of cases', () => {
  it.each([
    ['case-limit: 0', '1:13: case-limit is 0; write a whole number from 1 to 500'],
    ['case-limit: 501', '1:13: case-limit is 501; write a whole number from 1 to 500'],
    ['case-limit: 12.5', '1:13: case-limit is 12.5; write a whole number from 1 to 500'],
    ['case-limit: "15"', '1:13: case-limit is text; write a whole number from 1 to 500'],
    ['case-limit: 15 cases', '1:13: case-limit is text; write a whole number from 1 to 500'],
    ['case-limit:', '1:1: case-limit is empty; write a whole number from 1 to 500'],
    ['caselimit: 15', `1:1: caselimit is no key here; ${KEYS}; did you mean case-limit?`],
  ])('%j', (text, mistake) => {
    expect(mistakesIn(text)).toEqual([mistake]);
  });
});

describe('disclosure', () => {
  it.each([
    ['disclosure: 5', '1:13: disclosure is a number; write keys such as "threshold: 5" below it'],
    ['disclosure: { threshold: "5" }', '1:26: threshold is text; write a whole number from 1 to 100'],
    ['disclosure: { threshold: .nan }', '1:26: threshold is a number; write a whole number from 1 to 100'],
    ['disclosure: { zeros: true }', '1:22: zeros is true; write show or hide'],
    ['disclosure: { zeros: hid }', '1:22: zeros is "hid"; write show or hide; did you mean hide?'],
    ['disclosure: { round: 5 }', '1:15: round is no key here; keys are threshold and zeros'],
  ])('%j', (text, mistake) => {
    expect(mistakesIn(text)).toEqual([mistake]);
  });

  it.each([0, 1, 100, 101, 5.5])('takes the thresholds that reports take: %d', (threshold) => {
    const read = () => readConfig(`disclosure: { threshold: ${threshold} }`, 'c.yaml').disclosure;
    if (isThreshold(threshold)) expect(read()).toEqual({ threshold });
    else expect(messageOf(read)).toContain(`threshold is ${threshold}; write a whole number from 1 to 100`);
  });
});
