/** metrics: the catalogue. */
import { expect, it } from 'vitest';
import { metrics } from '../../src/metrics/index.ts';
import { runCli } from '../support/run-cli.ts';

it('says of every metric what it asks, counts and needs', async () => {
  const { code, stdout, stderr } = await runCli(['metrics'], { columns: 200 });
  expect([code, stderr]).toEqual([0, '']);
  for (const { name, aliases, question, unit, tables, needs } of metrics) {
    const [, entry = ''] = stdout.split(new RegExp(`^${name}\\b`, 'm'));
    for (const word of [
      ...(aliases ?? []),
      question,
      unit,
      ...tables.map((table) => table.name),
      ...needs.flat(),
    ]) {
      expect([name, entry]).toEqual([name, expect.stringContaining(word)]);
    }
  }
});
