import { describe, expect, it } from 'vitest';
import {
  findLabelledColumn,
  isOwnLabel,
  type LabelledColumn,
  labelledDefinition,
  ownLabels,
} from '../../src/caseload/own-labels.ts';

describe('the labels that a mapping may name', () => {
  const definitionOf = (name: LabelledColumn) => {
    const definition = labelledDefinition(name);
    if (definition === null) throw new Error(`${name} has no labels`);
    return definition;
  };

  it('are those of a column, or of all yes/no columns, however these are written', () => {
    expect(findLabelledColumn('Care Experienced')).toBe('care_experienced');
    expect(findLabelledColumn('Yes/No')).toBe('yes-no');
    expect(findLabelledColumn('postcode')).toBeNull();
  });

  it('are in columns of categories and answers alone', () => {
    expect(labelledDefinition('start_date')).toBeNull();
    expect(labelledDefinition('team')).toBeNull();
    expect(labelledDefinition('age')).toBeNull();
    expect(ownLabels(definitionOf('sex'))).toEqual(['Female', 'Male', 'Other']);
    expect(ownLabels(definitionOf('yes-no'))).toEqual(['Yes', 'No', 'NA']);
  });

  it('are what the tool reads, codes and words for not known among them', () => {
    const sex = definitionOf('sex');
    expect(['Male', 'm', 'Not known', 'Mal'].map((text) => isOwnLabel(sex, text))).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });
});
