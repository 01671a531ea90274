// The page with its charts is a file of its own in dist/, loaded by the HTML format alone: vega is larger than all the
// rest, and --help should not pay for it. It has no screen to draw on, so what vega asks of one is left out.

const NO_CANVAS = `
  export const canvas = () => null;
  export const domCanvas = () => null;
  export const nodeCanvas = () => null;
  export const image = () => null;`;

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
