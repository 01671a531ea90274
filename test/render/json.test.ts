import { expect, it } from 'vitest';
import { renderJson } from '../../src/render/json.ts';
import { sampleReport } from './sample-report.ts';

it('is the report itself, indented by two spaces, with a final newline', () => {
  const json = renderJson(sampleReport);
  expect(JSON.parse(json)).toEqual(sampleReport);
  expect(json.startsWith('{\n  "schema": "yos-caseload/report/1",\n')).toBe(true);
  expect(json.endsWith('}\n')).toBe(true);
});
