// What most runs do not need is in files of its own in dist/, loaded when it is asked for, so that --help need not pay
// for it: the page with its charts, and what reads YAML and Markdown.

/** Who asks for each, what is in it and what it is called; the library yaml is yaml.cjs. */
export const APART = [
  { asked: './html.ts', entry: 'src/render/html.ts', file: 'page' },
  { asked: 'yaml', entry: 'yaml', file: 'yaml' },
  { asked: 'mdast-util-from-markdown', entry: 'mdast-util-from-markdown', file: 'markdown' },
];

/** The esbuild plugin for the program, which is run as if it stood in bin/ (see bin/load-program.js) or in dist/. */
export const loadedApart = {
  name: 'loaded-apart',
  setup(build) {
    build.onResolve({ filter: /./ }, ({ path }) => {
      const part = APART.find(({ asked }) => asked === path);
      return part && { path: `../dist/${part.file}.cjs`, external: true };
    });
  },
};
