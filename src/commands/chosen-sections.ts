/** Which sections a report has, and in which order: by --sections, else by the config. */
import { UserError } from '../caseload/errors.ts';
import type { Config } from '../config/config.ts';
import { metricNamed } from '../metrics/index.ts';
import { IMPROVEMENT_PLAN, SECTIONS, sectionNamed, sectionNear } from '../metrics/sections.ts';
import type { PresentationFlags } from './presentation.ts';

/**
 * Names of sections in their order; null for all, as they come.
 * @throws UserError for a name that is none or there twice, for no metric among them, and for flags that do not fit
 */
export function chosenSections(
  { only, sections, actions }: Pick<PresentationFlags, 'only' | 'sections' | 'actions'>,
  config: Config | null,
): readonly string[] | null {
  if (sections !== undefined && only !== undefined)
    throw new UserError(
      '--sections and --only do not fit: --sections chooses too, and orders; leave --only out',
    );
  // Metrics asked for by name are shown alone, whatever the config lists.
  const ofConfig = only === undefined ? (config?.sections ?? null) : null;
  const chosen = sections === undefined ? ofConfig : namedSections(sections);
  if (chosen === null) return null;
  const where = sections === undefined ? 'sections of the config' : '--sections';
  const hasPlan = chosen.includes(IMPROVEMENT_PLAN);
  if (actions !== undefined && !hasPlan)
    throw new UserError(`--actions is given, but ${where} leaves ${IMPROVEMENT_PLAN} out; add it there`);
  if (sections !== undefined && actions === undefined && hasPlan)
    throw new UserError(`--sections ${IMPROVEMENT_PLAN}: give the recommendations with --actions FILE`);
  return chosen;
}

function namedSections(given: string): string[] {
  const names = given.split(',').map((name) => {
    const found = sectionNamed(name);
    if (found !== null) return found.name;
    const near = sectionNear(name);
    const hint =
      near === null ? `they are ${SECTIONS.map((one) => one.name).join(', ')}` : `did you mean ${near.name}?`;
    throw new UserError(`--sections: there is no section "${name.trim()}"; ${hint}`);
  });
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) throw new UserError(`--sections: ${twice} is there twice; name each once`);
  if (names.some((name) => metricNamed(name) !== null)) return names;
  throw new UserError('--sections: names no metric, so there is nothing to show; add one of them');
}
