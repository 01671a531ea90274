/** What a reader must know of a comparison with a population: public facts, never a count of the caseload. */
import { isoDate } from '../caseload/read-dates.ts';
import { ETHNIC_GROUPS, type EthnicityList } from '../reference/ethnicity.ts';
import type { View } from './define-metric.ts';
import { FEWEST, REFERENCE } from './rates-beside-white.ts';
import type { Baseline } from './settings.ts';

export function notesOnBaseline(view: View, baseline: Baseline): string[] {
  return [
    populationNote(baseline),
    ...apartNote(view, baseline),
    ...rateNotes(view.unit),
    listNote(view.ethnicityList),
    ...yearNotes(view, baseline),
    ...(view.settings.fourFifths ? [FOUR_FIFTHS] : []),
  ];
}

function populationNote({ area, year, source, caution }: Baseline): string {
  const words = caution === null ? source : `${source}; ${caution}`;
  return `Population: residents of ${area} aged 10 to 17, ${year ?? 'year not given'} (${words}).`;
}

function apartNote({ asAt }: View, { year }: Baseline): string[] {
  const own = asAt === null ? null : Number(isoDate(asAt).slice(0, 4));
  if (own === null || year === null || own === year) return [];
  return [
    `The caseload is of ${own}, the population of ${year}: its numbers and mix may have changed in between.`,
  ];
}

function rateNotes(unit: View['unit']): string[] {
  const others = ETHNIC_GROUPS.length - 1;
  return [
    'Whoever is 18 or over with an open case is counted, as in the ethnicity mix, but is not in the population of 10 to 17, which raises the rate of their group; whoever is of unknown ethnicity is in no group, which lowers rates.',
    `Rates are ${unit} ${unit === 'children' ? 'with an open case' : 'open'} at the as-at date per 1,000 residents of the group, of both sexes and the whole area, even where --by or --where counts only some of the ${unit}.`,
    `The relative rate is a group's rate over that of ${REFERENCE}, with its exact 95% range. It reads higher or lower where the range leaves out 1, and too few to say under ${FEWEST} ${unit} in the group or in ${REFERENCE}. Each of ${others} groups is compared by itself: ranges are not widened for ${others} comparisons.`,
    'No clear difference does not mean that there is none, and a clear one does not say why it is there.',
    ...(unit === 'cases'
      ? ['Somebody with several cases counts several times, so that ranges are narrower than they should be.']
      : []),
  ];
}

function listNote(list: EthnicityList): string {
  if (list !== '2001') return `Groups follow the ${list} Census list: Chinese counts as Asian.`;
  return 'Groups follow the 2001 Census list: Chinese counts as Other. Beside a population that counts Chinese residents as Asian, as the Census of 2021 does, the rate of Asian comes out too low and that of Other too high.';
}

/** The files of several years, with the day of each. */
function yearNotes({ unit, asAt, years }: View, { year }: Baseline): string[] {
  if (years.length === 0) return [];
  const files = [
    `this caseload (${dayWords(asAt)})`,
    ...years.map(({ label, view }) => `${label} (${dayWords(view.asAt)})`),
  ];
  const [one, several] =
    unit === 'children' ? ['child', 'A child on several'] : ['case', 'A case on several'];
  const population = year === null ? 'the one population' : `the population of ${year}`;
  return [
    `Several years: ${files.slice(0, -1).join(', ')} and ${files.at(-1)}, each ${one} once a year, beside ${population} for every year. ${several} of these days counts several times, so that ranges are narrower than they should be.`,
  ];
}

function dayWords(day: View['asAt']): string {
  return day === null ? 'no as-at date' : `as at ${isoDate(day)}`;
}

const FOUR_FIFTHS =
  'The four-fifths rule is a rule of thumb of United States employment law (Equal Employment Opportunity Commission): it marks ratios outside 0.8 to 1.25 without asking how sure they are. It is no test, and no standard that services are held to here.';
