import type { Spec } from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import { bandSpec, barSpec } from './bar-spec.ts';
import { distributionSpec } from './distribution-spec.ts';
import { panelSpec } from './panel-spec.ts';

export type SpecName = 'bars' | 'bands' | 'distribution' | 'panels';

const SPECS: Readonly<Record<SpecName, TopLevelSpec>> = {
  bars: barSpec,
  bands: bandSpec,
  distribution: distributionSpec,
  panels: panelSpec,
};

export const SPEC_NAMES = Object.keys(SPECS);

/**
 * A specification of vega-lite as vega takes it. Nothing in it depends on a report, so the build puts the outcomes in
 * place of this file and of vega-lite (see bin/charts.mjs), which would take as long as the drawing.
 */
export function compiledSpec(name: SpecName): Spec {
  return compile(SPECS[name]).spec;
}
