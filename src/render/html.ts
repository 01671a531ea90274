import type { MetricReport, Report } from '../report/report.ts';
import { briefReport } from './brief-report.ts';
import { type Draw, easel } from './charts/easel.ts';
import { cleanReport } from './clean-report.ts';
import { isRounded } from './describe-report.ts';
import type { Logo } from './html/logo.ts';
import type { Html } from './html/markup.ts';
import { type Part, page } from './html/page.ts';
import { metricSection } from './html/section.ts';
import { summary } from './html/summary.ts';
import { sectionsOf } from './sections-of.ts';

/** A report as one HTML file with all it needs inside: no scripts, nothing to load. */
export async function renderHtml(report: Report, logo: Logo | null = null): Promise<string> {
  const whole = cleanReport(report);
  const brief = briefReport(whole);
  const draw = easel();
  const parts: Part[] = [];
  for (const section of sectionsOf(brief)) {
    const body = section === 'summary' ? summary(whole) : await metricBody(section, whole, draw);
    if (body !== null) parts.push({ section, body });
  }
  return page(brief, parts, logo);
}

/** A metric in brief, with the charts of all its rows. */
function metricBody(brief: MetricReport, whole: Report, draw: Draw): Promise<Html> {
  const metric = whole.metrics.find(({ name }) => name === brief.name) ?? brief;
  return metricSection({ brief, whole: metric, isRounded: isRounded(whole.provenance), draw });
}
