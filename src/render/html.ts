import type { Report } from '../report/report.ts';
import { briefReport } from './brief-report.ts';
import { easel } from './charts/easel.ts';
import { cleanReport } from './clean-report.ts';
import { isRounded } from './describe-report.ts';
import type { Html } from './html/markup.ts';
import { page } from './html/page.ts';
import { metricSection } from './html/section.ts';
import { summary } from './html/summary.ts';

/** A report as one HTML file with all it needs inside: no scripts, nothing to load. */
export async function renderHtml(report: Report): Promise<string> {
  const whole = cleanReport(report);
  const brief = briefReport(whole);
  const draw = easel();
  const sections: Html[] = [];
  for (const [index, metric] of brief.metrics.entries()) {
    sections.push(
      await metricSection({
        brief: metric,
        whole: whole.metrics[index],
        isRounded: isRounded(brief.provenance),
        draw,
      }),
    );
  }
  return page(brief, summary(whole), sections);
}
