// The page with its charts is a file of its own in dist/, loaded by the HTML format alone: vega is larger than all the
// rest, and --help should not pay for it. It has no screen to draw on, so what vega asks of one is left out.

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

/** The esbuild plugin for the program, which is run as if it stood in bin/ (see bin/load-program.js) or in dist/. */
export const pageApart = {
  name: 'page-apart',
  setup(build) {
    build.onResolve({ filter: /^\.\/html\.ts$/ }, () => ({ path: '../dist/page.cjs', external: true }));
  },
};
