// The charts of the page: vega has no screen to draw on, so what it asks of one is left out, and what vega-lite makes of
// them is worked out when the program is built.

const NO_CANVAS = `
  export const canvas = () => null;
  export const domCanvas = () => null;
  export const nodeCanvas = () => null;
  export const image = () => null;`;

/** What vega-lite makes of the charts, as a module in place of the one that asks it. */
async function compiledModule(esbuild, path) {
  const { outputFiles, metafile } = await esbuild.build({
    entryPoints: [path],
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'node',
  });
  const { SPEC_NAMES, compiledSpec } = await import(
    `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
  );
  const compiled = Object.fromEntries(SPEC_NAMES.map((name) => [name, JSON.stringify(compiledSpec(name))]));
  const contents = `const compiled = ${JSON.stringify(compiled)};
    export const compiledSpec = (name) => JSON.parse(compiled[name]);`;
  return { contents, metafile };
}

/** The esbuild plugin that compiles the charts once, when the program is built; `onMetafile` gets what went into it. */
export function compiledCharts(onMetafile) {
  return {
    name: 'compiled-charts',
    setup(build) {
      build.onLoad({ filter: /charts[\\/]compiled-specs\.ts$/ }, async ({ path }) => {
        const { contents, metafile } = await compiledModule(build.esbuild, path);
        onMetafile(metafile);
        return { contents, loader: 'js' };
      });
    },
  };
}

/** The esbuild plugin for the page itself. */
export const withoutCanvas = {
  name: 'without-canvas',
  setup(build) {
    build.onResolve({ filter: /^vega-canvas$/ }, ({ path }) => ({ path, namespace: 'without-canvas' }));
    build.onLoad({ filter: /.*/, namespace: 'without-canvas' }, () => ({ contents: NO_CANVAS }));
  },
};
