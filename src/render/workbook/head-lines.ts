/** What every sheet begins with: it may be copied out of its workbook. */
import type { Report } from '../../report/report.ts';
import { scopeSentence } from '../describe-report.ts';
import { sentence } from './number-notes.ts';
import type { Line } from './workbook.ts';

/** The title and, where not all of the service is counted, what is. */
export function headLines(title: string, report: Report): Line[] {
  return [{ text: stamped(title, report), role: 'title' }, ...scopeLines(report)];
}

/** To what the whole workbook is narrowed, if it is. */
export function scopeLines({ provenance }: Report): Line[] {
  const scope = scopeSentence(provenance);
  return scope === null ? [] : [textLine(sentence(scope))];
}

/** In front of every title of a workbook that must not be shared. */
export function stamped(title: string, { provenance }: Report): string {
  return provenance.disclosure === 'internal' ? `INTERNAL: ${title}` : title;
}

export function textLine(text: string): Line {
  return { text, role: 'text' };
}
