/**
 * Bank holidays in England and Wales, substitute days in place of the days they stand for.
 *
 * Source: GOV.UK, bank holidays, division England and Wales (https://www.gov.uk/bank-holidays), Open Government
 * Licence v3.0, by way of the list that the Ministry of Justice bundles (ministryofjustice/govuk-bank-holidays), as
 * GOV.UK itself drops past years. 140 days; the first is 2 January 2012, the last 26 December 2028.
 *
 * To lengthen it, add whole years; tests compute the regular holidays of each.
 */

/** Of each year, month and day. */
const BY_YEAR: Readonly<Record<number, string>> = {
  2012: '01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26',
  2013: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
  2014: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  2015: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2016: '01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27',
  2017: '01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
  2018: '01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26',
  2019: '01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26',
  2020: '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28',
  2021: '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28',
  2022: '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27',
  2023: '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26',
  2024: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
  2025: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
  2028: '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
};

/** `2012-01-02` and on, in order; all fall on Monday to Friday. */
export const BANK_HOLIDAYS: readonly string[] = Object.entries(BY_YEAR).flatMap(([year, days]) =>
  days.split(' ').map((day) => `${year}-${day}`),
);

/** What is behind the list, for whoever shows a figure that rests on it. */
export const BANK_HOLIDAY_LIST = {
  source: 'GOV.UK bank holidays, England and Wales, Open Government Licence v3.0',
  /** Whole years are listed, so a day without an entry from the first to the last is no bank holiday. */
  from: '2012-01-01',
  to: '2028-12-31',
} as const;
