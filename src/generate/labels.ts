/** Ethnicities and disposals as the two exports call them. */
import { DISPOSAL_WEIGHTS, type DisposalLabel, type EthnicLabel } from './shape.ts';

/** The self-defined codes: 16+1, with the later W3, W5 and O2 so that no child's category is lost. */
export const CHILDVIEW_ETHNICITIES: Readonly<Record<EthnicLabel, string>> = {
  Indian: 'A1',
  Pakistani: 'A2',
  Bangladeshi: 'A3',
  Chinese: 'O1',
  'Any other Asian background': 'A9',
  Caribbean: 'B1',
  African: 'B2',
  'Any other Black, Black British, or Caribbean background': 'B9',
  'White and Black Caribbean': 'M1',
  'White and Black African': 'M2',
  'White and Asian': 'M3',
  'Any other Mixed or multiple ethnic background': 'M9',
  'English, Welsh, Scottish, Northern Irish or British': 'W1',
  Irish: 'W2',
  'Gypsy or Irish Traveller': 'W3',
  Roma: 'W5',
  'Any other White background': 'W9',
  Arab: 'O2',
  'Any other ethnic group': 'O9',
  'Not known': 'NS',
};

/** The group before the category. */
export const CORE_ETHNICITIES: Readonly<Record<EthnicLabel, string>> = {
  Indian: 'Asian or Asian British - Indian',
  Pakistani: 'Asian or Asian British - Pakistani',
  Bangladeshi: 'Asian or Asian British - Bangladeshi',
  Chinese: 'Chinese or other ethnic group - Chinese',
  'Any other Asian background': 'Asian or Asian British - Any other Asian background',
  Caribbean: 'Black or Black British - Caribbean',
  African: 'Black or Black British - African',
  'Any other Black, Black British, or Caribbean background':
    'Black or Black British - Any other Black background',
  'White and Black Caribbean': 'Mixed - White and Black Caribbean',
  'White and Black African': 'Mixed - White and Black African',
  'White and Asian': 'Mixed - White and Asian',
  'Any other Mixed or multiple ethnic background': 'Mixed - Any other Mixed background',
  'English, Welsh, Scottish, Northern Irish or British': 'White - British',
  Irish: 'White - Irish',
  'Gypsy or Irish Traveller': 'White - Gypsy or Irish Traveller',
  Roma: 'White - Roma',
  'Any other White background': 'White - Any other White background',
  Arab: 'Other ethnic group - Arab',
  'Any other ethnic group': 'Other ethnic group - Any other ethnic group',
  'Not known': 'Information not obtainable',
};

/** Short forms where people use them; the others are called as we call them. */
export const CHILDVIEW_DISPOSALS: Readonly<Partial<Record<DisposalLabel, string>>> = {
  'Outcome 22': 'Outcome 22 (Deferred Prosecution)',
  'Youth caution': 'Youth Caution',
  'Youth conditional caution': 'YCC',
  'Referral order': 'Referral Order',
  'Reparation order': 'Reparation Order',
  'Conditional discharge': 'Conditional Discharge',
  Compensation: 'Compensation Order',
  'Youth rehabilitation order': 'YRO',
  'Youth rehabilitation order with ISS': 'YRO with ISS',
  'Detention and training order': 'DTO',
  'DTO licence': 'DTO Licence',
  'Section 250': 'S.250',
  'Section 91': 'S.90/91',
  'Remand to local authority accommodation': 'RLAA',
  'Remand to youth detention': 'RYDA',
  'Bail supervision': 'Bail Supervision and Support',
  'ISS bail': 'ISS Bail',
};

/** Where the published enumeration differs from our label in capitals. */
const CORE_ENUMERATION: Readonly<Partial<Record<DisposalLabel, string>>> = {
  'Community resolution': 'COMMUNITY_RESOLUTION_WITH_YOT_INTERVENTION',
  'Outcome 20': 'NO_FURTHER_ACTION_OUTCOME_20',
  'Outcome 21': 'NO_FURTHER_ACTION_OUTCOME_21',
  'Outcome 22': 'NO_FURTHER_ACTION_OUTCOME_22_DEFERRED_PROSECUTION_CAUTION_WITH_YJS_INVOLVEMENT',
  'Other informal action': 'OTHER_INFORMAL_ACTION_YOT_INVOLVEMENT',
  'Section 226': 'SECTION_226_LIFE',
  'Section 90': 'SECTION_90_92_DETENTION',
  'Section 91': 'SECTION_90_91_DETENTION',
  'Remand to youth detention': 'REMAND_IN_CUSTODY',
};

export const CORE_DISPOSALS: Readonly<Record<string, string>> = Object.fromEntries(
  DISPOSAL_WEIGHTS.map(([label]) => [label, CORE_ENUMERATION[label] ?? upperSnake(label)]),
);

/** `Very high` as `VERY_HIGH`. */
export function upperSnake(label: string): string {
  return label.toUpperCase().replaceAll(' ', '_');
}
