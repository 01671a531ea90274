/** `metrics`: the catalogue. */
import { metrics } from '../metrics/index.ts';
import { textTable } from '../render/text-table.ts';
import type { Outcome, World } from './outcome.ts';

/** Every metric: what it asks, who is counted, what its shares are of, which columns it needs. */
export function metricsCommand(world: World): Outcome {
  const lines = metrics.flatMap((metric) => [
    `${metric.name}${metric.aliases === undefined ? '' : ` (${metric.aliases.join(', ')})`}`,
    ...textTable(
      ['  ', ''],
      [
        ['  Asks', metric.question],
        ['  Counts', `${metric.unit}: ${metric.cohort}`],
        ['  Shares of', metric.denominator],
        [
          '  Needs',
          metric.needs
            .map((anyOf) => (anyOf.length > 3 ? `one of ${anyOf.join(', ')}` : anyOf.join(' or ')))
            .join('; '),
        ],
        ['  Tables', metric.tables.map(({ name }) => name).join(', ')],
      ],
      world.width,
    ).slice(1),
    '',
  ]);
  return { exitCode: 0, writes: [{ to: '-', content: `${lines.join('\n')}` }], messages: [] };
}
