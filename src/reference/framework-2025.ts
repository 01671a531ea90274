/**
 * What is known of the HM Inspectorate of Probation youth programme from 2025: its structure, no more. Bands and a
 * rule for the whole were not found, so there are none here; what is guessed about its other standards is left out.
 */
import type { Framework } from './frameworks.ts';

const CHILDREN = 'work with children';
const VICTIMS = 'work with victims';
const WHY_ME = 'why-me.org, 29 May 2025, on a talk by the inspectorate';

export const FRAMEWORK_2025 = {
  name: '2025',
  title: 'HM Inspectorate of Probation, youth justice work with children and victims, from 2025',
  isProvisional: true,
  notKnown: [
    'standards and questions of the work with children',
    'bands, and how a standard is rated by its questions',
    'how the overall rating is composed',
  ],
  domains: [CHILDREN, VICTIMS],
  standards: [
    {
      number: null,
      name: 'work with victims',
      domain: VICTIMS,
      alsoCalled: [],
      isInComposite: null,
      questions: [
        {
          number: 'V1.1',
          text: 'Is work with victims high-quality, individualised, and responsive?',
          column: null,
        },
        {
          number: 'V1.2',
          text: 'Do organisational arrangements and activity drive [a] quality, individualised, and responsive service for victims?',
          column: null,
        },
      ],
    },
  ],
  rating: null,
  composite: null,
  facts: [
    {
      about: 'domains',
      says: 'two broad areas are rated instead of three domains',
      certainty: 'read at the source',
      source:
        'hmiprobation.justiceinspectorates.gov.uk, youth justice work with children and victims in Wakefield, 2025',
    },
    {
      about: 'standards',
      says: 'there is one standard for victims',
      certainty: 'read second-hand',
      source: WHY_ME,
    },
    {
      about: 'questions',
      says: 'V1.1 and V1.2 and their wording ([a] is ours)',
      certainty: 'read second-hand',
      source: WHY_ME,
    },
  ],
} as const satisfies Framework;
