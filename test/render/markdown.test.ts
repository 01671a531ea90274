import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../src/render/markdown.ts';
import { reportOfTable, reportWith, sampleReport, staffedWorkers } from './sample-report.ts';

describe('renderMarkdown', () => {
  const markdown = renderMarkdown(sampleReport);

  it('is stamped in its first line when it is internal', () => {
    expect(markdown.split('\n')[0]).toBe('# INTERNAL: Caseload report');
    const shareable = { ...sampleReport.provenance, disclosure: 'shareable' as const, threshold: 5 };
    expect(renderMarkdown(reportWith({ provenance: shareable })).split('\n')[0]).toBe('# Caseload report');
  });

  it('aligns figures to the right and joins bounds into one column', () => {
    expect(markdown).toContain(
      '| Group | Children | Share | 95% range | Share of all |\n| --- | ---: | ---: | ---: | ---: |\n| Asian | 96 | 36.8% | 31.2 - 42.8 | 35.8% |',
    );
  });

  it('puts the value of a breakdown into the first column', () => {
    expect(markdown).toContain('| Team | Sex | Children |');
    expect(markdown).toContain('| North | Female | [c] |');
  });

  it('lets nothing from the data become mark-up', () => {
    const rows = staffedWorkers.rows.map((row) => ({ ...row, worker: 'a|`b`<img src=x>\n# c & d' }));
    const text = renderMarkdown(reportOfTable({ ...staffedWorkers, rows }));
    expect(text).toContain('| a\\|\\`b\\`&lt;img src=x>\ufffd# c &amp; d |');
  });

  it('is the same file as ever', async () => {
    await expect(markdown).toMatchFileSnapshot('__golden__/report.md');
  });
});
