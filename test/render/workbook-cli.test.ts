import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixture, folderWith } from '../support/files.ts';
import { runCli } from '../support/run-cli.ts';
import { open } from './workbook-reading.ts';

const CASES = fixture('tiny-service/caseload.csv');

describe.each(['xlsx', 'ods'])('report -o report.%s', (ending) => {
  it('writes a workbook, the same on standard output', async () => {
    const file = join(folderWith(), `report.${ending}`);
    const { stdout, stderr } = await runCli(['report', CASES, '-o', file]);
    const piped = await runCli(['report', CASES, '--format', ending]);
    const bytes = new Uint8Array(readFileSync(file));
    expect(stdout).toBe('');
    expect(stderr).toMatch(
      new RegExp(`^yos-caseload: wrote ${file} \\(\\d+ kB; small numbers withheld\\)\\n$`),
    );
    expect(open(bytes).SheetNames.slice(0, 3)).toEqual(['Cover', 'Contents', 'Notes']);
    expect(Buffer.compare(piped.stdoutBytes, bytes)).toBe(0);
  });

  it('is refused at a terminal, which would take its bytes for commands', async () => {
    const { code, stdout, stderr } = await runCli(['report', CASES, '--format', ending], { isTTY: true });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`give it a file, as -o report.${ending}`);
  });
});
