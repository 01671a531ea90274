import type { Report } from '../report/report.ts';

/** The report as JSON: exactly its data, indented by two spaces. */
export function renderJson(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
