import { SUMMARY } from '../metrics/sections.ts';
import type { Commentary } from '../report/commentary.ts';
import type { Report } from '../report/report.ts';

/** The report with what the service says of it, and of each metric in it. */
export function addCommentary<R extends Report>(report: R, said: ReadonlyMap<string, Commentary>): R {
  const whole = said.get(SUMMARY);
  return {
    ...report,
    ...(whole === undefined ? {} : { commentary: whole }),
    metrics: report.metrics.map((metric) => {
      const commentary = said.get(metric.name);
      return commentary === undefined ? metric : { ...metric, commentary };
    }),
  };
}
