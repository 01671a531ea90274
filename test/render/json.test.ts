import { expect, it } from 'vitest';
import { renderJson } from '../../src/render/json.ts';
import { sampleReport } from './sample-report.ts';
import { roundedReport, shareableReport } from './shareable-report.ts';

it('is the report itself, indented by two spaces, with a final newline', () => {
  for (const report of [sampleReport, shareableReport, roundedReport]) {
    const json = renderJson(report);
    expect(JSON.parse(json)).toEqual(report);
    expect(json.startsWith('{\n  "schema": "yos-caseload/report/1",\n')).toBe(true);
    expect(json.endsWith('}\n')).toBe(true);
  }
});
