/**
 * The HM Inspectorate of Probation youth programme 2018-2024 as data. What its own rules and guidance would have to
 * confirm is marked "as commonly described" in the facts; nobody should rely on it before it is checked there.
 */
import type { Framework, Question, Standard } from './frameworks.ts';

const ORGANISATION = 'organisational delivery';
const COURT = 'court disposals';
const OUT_OF_COURT = 'out-of-court disposals';
const RESETTLEMENT = 'resettlement';

const REPORT_COLLECTION =
  'data-to-insight/hmi-probation-youth-justice-scrape: ratings of 83 services, collected from inspection reports';
const TO_BE_CHECKED = "to be checked in the inspectorate's rules and guidance";

function standard(
  number: string,
  name: string,
  domain: string,
  alsoCalled: readonly string[] = [],
  questions: readonly Question[] = [],
): Standard {
  return { number, name, domain, alsoCalled, isInComposite: domain !== RESETTLEMENT, questions };
}

/** The three questions of a standard of court work; `columns` is how its columns in a caseload begin. */
function questions(number: string, columns: string, texts: readonly [string, string, string]): Question[] {
  return ['desistance', 'child_safety', 'others_safety'].map((subject, index) => ({
    number: `${number}.${index + 1}`,
    text: texts[index],
    column: `${columns}_${subject}`,
  }));
}

export const FRAMEWORK_2018_2024 = {
  name: '2018-2024',
  title: 'HM Inspectorate of Probation, inspection of youth justice services, 2018 to 2024',
  isProvisional: false,
  notKnown: [
    'questions of the domains other than court disposals',
    'prompts under the questions: they inform an answer and do not add up to it',
  ],
  domains: [ORGANISATION, COURT, OUT_OF_COURT, RESETTLEMENT],
  standards: [
    standard('1.1', 'governance and leadership', ORGANISATION),
    standard('1.2', 'staff', ORGANISATION),
    standard('1.3', 'partnerships and services', ORGANISATION),
    standard('1.4', 'information and facilities', ORGANISATION),
    standard(
      '2.1',
      'assessment',
      COURT,
      [],
      questions('2.1', 'assessment', [
        "Does assessment sufficiently analyse how to support the child's desistance?",
        'Does assessment sufficiently analyse how to keep the child safe?',
        'Does assessment sufficiently analyse how to keep other people safe?',
      ]),
    ),
    standard(
      '2.2',
      'planning',
      COURT,
      [],
      questions('2.2', 'planning', [
        "Does planning focus sufficiently on supporting the child's desistance?",
        'Does planning focus sufficiently on keeping the child safe?',
        'Does planning focus sufficiently on keeping other people safe?',
      ]),
    ),
    standard(
      '2.3',
      'implementation and delivery',
      COURT,
      ['delivery'],
      questions('2.3', 'delivery', [
        "Does the implementation and delivery of services effectively support the child's desistance?",
        'Does the implementation and delivery of services effectively support the safety of the child?',
        'Does the implementation and delivery of services effectively support the safety of other people?',
      ]),
    ),
    standard(
      '2.4',
      'reviewing',
      COURT,
      [],
      questions('2.4', 'reviewing', [
        "Does reviewing focus sufficiently on supporting the child's desistance?",
        'Does reviewing focus sufficiently on keeping the child safe?',
        'Does reviewing focus sufficiently on keeping other people safe?',
      ]),
    ),
    standard('3.1', 'assessment', OUT_OF_COURT),
    standard('3.2', 'planning', OUT_OF_COURT),
    standard('3.3', 'implementation and delivery', OUT_OF_COURT, ['delivery']),
    // Called joint working until 2021.
    standard('3.4', 'out-of-court disposal policy and provision', OUT_OF_COURT, ['joint working']),
    standard('4.1', 'resettlement policy and provision', RESETTLEMENT, ['resettlement']),
  ],
  rating: {
    bands: [
      { label: 'Inadequate', fromPercent: 0, score: 0 },
      { label: 'Requires improvement', fromPercent: 50, score: 1 },
      { label: 'Good', fromPercent: 65, score: 2 },
      { label: 'Outstanding', fromPercent: 80, score: 3 },
    ],
    nearBoundaryPoints: 5,
    rules: [
      'the percentage of cases judged sufficient is rounded to a whole number (halves up) before it is banded',
      'a standard is rated by the lowest of its questions',
      'a share within 5 percentage points of a boundary, where inspectors may use discretion, is flagged and never adjusted',
    ],
  },
  composite: {
    standards: 12,
    maximum: 36,
    bands: [
      { label: 'Inadequate', from: 0, to: 6 },
      { label: 'Requires improvement', from: 7, to: 18 },
      { label: 'Good', from: 19, to: 30 },
      { label: 'Outstanding', from: 31, to: 36 },
    ],
  },
  facts: [
    {
      about: 'programme',
      says: '13 standards, rated from 2018 to late 2024, resettlement since 2021',
      certainty: 'read at the source',
      source: 'hmiprobation.justiceinspectorates.gov.uk/?p=1039',
    },
    {
      about: 'ratings',
      says: 'each standard and the service overall: Outstanding, Good, Requires improvement or Inadequate',
      certainty: 'read at the source',
      source:
        'justiceinspectorates.gov.uk/hmiprobation/about-hmi-probation/about-our-work/our-standards-and-ratings/',
    },
    {
      about: 'domains',
      says: 'what the domains are about',
      certainty: 'read second-hand',
      source: 'haringey.gov.uk, Haringey youth justice inspection 2024',
    },
    {
      about: 'standards',
      says: 'the names of the standards',
      certainty: 'read second-hand',
      source: REPORT_COLLECTION,
    },
    {
      about: 'numbers',
      says: 'the numbers of the standards and questions',
      certainty: 'as commonly described',
      source: TO_BE_CHECKED,
    },
    {
      about: 'questions',
      says: 'the questions and their wording',
      certainty: 'as commonly described',
      source: TO_BE_CHECKED,
    },
    {
      about: 'bands',
      says: 'the bands, the rounding, the lowest question, the 5 points',
      certainty: 'as commonly described',
      source: TO_BE_CHECKED,
    },
    {
      about: 'resettlement',
      says: 'resettlement does not contribute to the overall rating',
      certainty: 'read second-hand',
      source: `text of an inspection report in ${REPORT_COLLECTION}`,
    },
    {
      about: 'composite',
      says: 'the points and the bands of their sum',
      certainty: 'as commonly described',
      source: `${TO_BE_CHECKED}; agrees with ${REPORT_COLLECTION}, leaving out its mistakes; no service there has 6, 7, 30, 35 or 36 points`,
    },
  ],
} as const satisfies Framework;
