/** Specifications of vega-lite drawn as SVG, without a screen: nothing is loaded and no clock or window is asked. */
import { None, parse, View } from 'vega';
import { compiledSpec, type SpecName } from './compiled-specs.ts';

/** What a specification leaves open. */
export interface Filling {
  /** By the name of its data. */
  readonly data: Readonly<Record<string, readonly object[]>>;
  readonly signals: Readonly<Record<string, string | number>>;
  readonly padding: Readonly<Record<'left' | 'right' | 'top' | 'bottom', number>>;
}

export interface Drawing {
  /** The markup between `<svg>` and `</svg>`. */
  readonly inside: string;
  readonly viewBox: string;
}

export type Draw = (spec: SpecName, filling: Filling) => Promise<Drawing>;

/** Draws for one page: what is worked out of a specification is kept for the next chart with the same one. */
export function easel(): Draw {
  const views = new Map<SpecName, View>();
  return async (spec, { data, signals, padding }) => {
    const view = views.get(spec) ?? new View(parse(compiledSpec(spec)), { renderer: 'none', logLevel: None });
    views.set(spec, view);
    for (const [name, rows] of Object.entries(data)) view.data(name, [...rows]);
    for (const [name, value] of Object.entries(signals)) view.signal(name, value);
    return withoutRoot(await view.padding(padding).toSVG());
  };
}

/** The root element is ours to write: it carries the text alternative. It holds no text of the data. */
function withoutRoot(svg: string): Drawing {
  const root = /^<svg[^>]*>/.exec(svg)?.[0] ?? '';
  return {
    inside: svg.slice(root.length, -'</svg>'.length),
    viewBox: /viewBox="([\d. -]+)"/.exec(root)?.[1] ?? '0 0 0 0',
  };
}
