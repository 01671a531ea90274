import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { renderTerminal } from '../../src/render/terminal.ts';
import type { Report } from '../../src/report/report.ts';
import {
  courtQuality,
  reportOfTable,
  reportWith,
  sampleReport,
  staffedWorkers,
  teamCalledAll,
} from './sample-report.ts';

const ESCAPE = '\u001b';
const plain = (width: number) => ({ width, colorLevel: 0 as const });

function widest(report: Report, width: number): number {
  return Math.max(...renderTerminal(report, plain(width)).split('\n').map(stringWidth));
}

/** A report in which every text that a file can bring is the one given. */
function reportNaming(name: string): Report {
  const rows = staffedWorkers.rows.map((row) => ({ ...row, worker: name, team: name, status: name }));
  const inputs = sampleReport.provenance.inputs.map((input) => ({ ...input, file: name }));
  return {
    ...reportOfTable({ ...staffedWorkers, rows }),
    provenance: { ...sampleReport.provenance, inputs, options: { where: `team=${name}` } },
  };
}

describe('renderTerminal', () => {
  it.each([60, 72, 80, 100, 120, 200])('keeps every line within %d columns', (width) => {
    expect(widest(sampleReport, width)).toBeLessThanOrEqual(width);
    expect(widest(reportOfTable(staffedWorkers), width)).toBeLessThanOrEqual(width);
  });

  it('keeps within the width whatever the names are', () => {
    const name = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 90 }),
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom('北部チーム'.repeat(12), '👩‍👧'.repeat(40), 'x'.repeat(300), 'a b '.repeat(50)),
    );
    fc.assert(
      fc.property(name, fc.integer({ min: 60, max: 130 }), (text, width) => {
        expect(widest(reportNaming(text), width)).toBeLessThanOrEqual(width);
      }),
      { numRuns: 60 },
    );
  });

  it('has no colours at level 0 and some from level 1 up, around the same text', () => {
    const text = renderTerminal(sampleReport, plain(100));
    expect(text).not.toContain(ESCAPE);
    for (const colorLevel of [1, 2, 3] as const) {
      const coloured = renderTerminal(sampleReport, { width: 100, colorLevel });
      expect(coloured).toContain(`${ESCAPE}[`);
      const sequences = new RegExp(`${ESCAPE}\\[\\d+m`, 'g');
      expect(coloured.replace(sequences, '').replace(/ +$/gm, '')).toBe(text);
    }
  });

  it('lets nothing from the data become a control sequence', () => {
    const text = renderTerminal(reportNaming('\u001b]8;;http://x\u0007\u009b2J\r\n\u202e'), plain(120));
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(text).toContain('\ufffd]8;;http://x');
  });

  it('does without any character beyond ASCII of its own when asked to', () => {
    const text = renderTerminal(sampleReport, { ...plain(80), unicode: false });
    expect(text).toMatch(/^[\n -~]*$/);
    expect(text).toContain('#####');
  });

  it('says on the first line that it is internal, as at when, and where the date is from', () => {
    const [first] = renderTerminal(sampleReport, plain(120)).split('\n');
    expect(first).toBe(
      '  INTERNAL   Caseload report   as at 27 October 2026 (the latest start date; --as-at sets it)',
    );
  });

  it('accounts for the rows of every input', () => {
    const text = renderTerminal(sampleReport, plain(140));
    expect(text).toContain(
      'october.csv        412 rows = 405 used + 4 duplicates + 3 rejected   (yos-caseload validate october.csv',
    );
    expect(text).toContain(
      '12,001 rows = 12,000 used + 1 out of scope + 0 duplicates + 0 rejected   read as windows-1252',
    );
  });

  it('says what to do where a metric has nothing to show', () => {
    const text = renderTerminal(sampleReport, plain(120));
    expect(text).toContain('no column for age or birth_month.   (yos-caseload columns FILE');
    expect(text).toContain('Say how often a review is due: --review-every 13w.');
  });

  it('says at the end which version made it, of what content', () => {
    const lines = renderTerminal(sampleReport, plain(100)).trimEnd().split('\n');
    const [october, transfers] = sampleReport.provenance.inputs.map(({ sha256 }) => sha256);
    expect(lines.slice(-3)).toEqual([
      '  Made by            yos-caseload 0.1.0   counted: children   internal',
      `  october.csv        SHA-256 ${october}`,
      `  transfers in.csv   SHA-256 ${transfers}`,
    ]);
    const provenance = { ...sampleReport.provenance, config: 'service.yaml' };
    expect(renderTerminal(reportWith({ provenance }), plain(100))).toContain(
      'internal   config: service.yaml\n',
    );
  });

  it('folds a SHA-256 in its middle where a line is shorter', () => {
    const lines = renderTerminal(sampleReport, plain(60)).split('\n');
    const [{ sha256 }] = sampleReport.provenance.inputs;
    const start = lines.indexOf(`  SHA-256 ${sha256.slice(0, 32)}`);
    expect(lines.slice(start - 1, start + 2)).toEqual([
      '  october.csv',
      `  SHA-256 ${sha256.slice(0, 32)}`,
      `  ${sha256.slice(32)}`,
    ]);
  });

  it('says what must be said of a metric on the line of its heading, and below where it does not fit', () => {
    const heading = '  Court quality     Was the court work good enough?';
    const caveat = 'indicative self-audit, not an inspection rating';
    expect(renderTerminal(sampleReport, plain(120))).toContain(`${heading}   ${caveat}\n`);
    expect(renderTerminal(sampleReport, plain(80))).toContain(`${heading}\n  ${caveat}\n`);
  });

  it('says who a metric is about once, not of each of its tables', () => {
    const text = renderTerminal(sampleReport, plain(100));
    expect(text.match(/388 cases; left out: 17 closed/g)).toHaveLength(1);
    expect(text.match(/65 cases; left out: 31 disposal Pre-court/g)).toHaveLength(1);
  });

  // At 80 columns the share stands beside what it is called; the count and the range go below.
  it('keeps a verdict in the row of its share, with the mark of a boundary', () => {
    const text = renderTerminal(reportWith({ metrics: [courtQuality] }), plain(80));
    expect(text).toMatch(/^ {2}Standard +Question +Judged +Share +Band$/m);
    expect(text).toMatch(/^ {2}Assessment +safety of others +65 +61\.5% +Requires improvement +\*$/m);
    expect(text).toMatch(/^ {2}Standard +Question +Sufficient +95% range$/m);
    expect(text).toMatch(/^ {2}Assessment +safety of others +40 +49\.4 - 72\.4$/m);
    const narrow = renderTerminal(reportWith({ metrics: [courtQuality] }), plain(60));
    expect(narrow).toMatch(/^ {2}Standard +Question +Judged +Share +Band$/m);
    expect(renderTerminal(reportWith({ metrics: [courtQuality] }), plain(110))).toMatch(
      /^ {2}Standard +Question +Judged +Sufficient +Share +95% range +Band$/m,
    );
  });

  it('draws a share as long in one table as in any other', () => {
    const text = renderTerminal(sampleReport, plain(80));
    const bars = [...text.matchAll(/ (█+)[▏▎▍▌▋▊▉]? +(\d+\.\d)%/g)].map(([, bar, share]) => [
      Number(share),
      bar.length,
    ]);
    expect(bars.length).toBeGreaterThan(5);
    // A bar of 20 is the whole, as the sexes have a share of 75 %.
    for (const [share, length] of bars) expect(Math.abs(length - (share / 100) * 20)).toBeLessThan(1.1);
  });

  it('tells a team called All from the whole', () => {
    const text = renderTerminal(reportOfTable(teamCalledAll), plain(80));
    expect(text).toMatch(
      /\n {2}All\n.*\n {2}Female +9 .*\n.*\n\n {2}Team: All +10 children;.*\n.*\n {2}Female +4 /,
    );
  });

  it('cuts a name of megabytes in a moment', () => {
    const name = 'é b'.repeat(1_000_000);
    const rows = staffedWorkers.rows.map((row) => ({ ...row, by: name, worker: name, team: name }));
    const started = performance.now();
    const text = renderTerminal(reportOfTable({ ...staffedWorkers, by: 'team', rows }), plain(80));
    expect(performance.now() - started).toBeLessThan(5000);
    expect(text).toMatch(/^ {2}Team: é bé bé[^…]*…/m);
    expect(text.length).toBeLessThan(20_000);
  });

  it('prints every row of a long table, in order', () => {
    const rows = Array.from({ length: 1234 }, (_, index) => ({
      ...staffedWorkers.rows[0],
      worker: `worker-${index}`,
    }));
    const text = renderTerminal(reportOfTable({ ...staffedWorkers, rows }), plain(120));
    expect(text.match(/worker-\d+/g)).toEqual(rows.map((row) => row.worker));
  });

  it('breaks a table that is too wide into blocks that all begin with the labels', () => {
    const text = renderTerminal(reportOfTable(staffedWorkers), plain(60));
    expect(text.match(/^ {2}W-014/gm)).toHaveLength(2);
    for (const figure of ['21', '26.3', '40.5', '50.6', 'over']) expect(text).toContain(figure);
  });

  it.each([60, 80, 120])('is the same page as ever at %d columns', async (width) => {
    await expect(renderTerminal(sampleReport, plain(width))).toMatchFileSnapshot(
      `__golden__/terminal-${width}.txt`,
    );
  });
});
