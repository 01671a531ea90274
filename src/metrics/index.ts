/** The catalogue: one line per metric, in the order of the report. Add yours here. */
import { ageBands } from './age-bands.ts';
import { caseloadTrend } from './caseload-trend.ts';
import { courtQuality } from './court-quality.ts';
import { courtTimeliness } from './court-timeliness.ts';
import { dataQuality } from './data-quality.ts';
import type { Metric } from './define-metric.ts';
import { disposalMix } from './disposal-mix.ts';
import { disproportionality } from './disproportionality.ts';
import { ethnicityMix } from './ethnicity-mix.ts';
import { needsProfile } from './needs-profile.ts';
import { qualityConsistency } from './quality-consistency.ts';
import { qualityEquity } from './quality-equity.ts';
import { resettlement } from './resettlement.ts';
import { sexMix } from './sex-mix.ts';
import { transitions } from './transitions.ts';
import { workload } from './workload.ts';

export const metrics: readonly Metric[] = [
  ethnicityMix,
  ageBands,
  sexMix,
  disposalMix,
  workload,
  courtQuality,
  disproportionality,
  qualityEquity,
  qualityConsistency,
  courtTimeliness,
  caseloadTrend,
  needsProfile,
  resettlement,
  transitions,
  dataQuality,
];

/** The metric of a name or alias, or null. */
export function metricNamed(name: string): Metric | null {
  return metrics.find((metric) => metric.name === name || metric.aliases?.includes(name)) ?? null;
}
