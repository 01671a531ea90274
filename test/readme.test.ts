/** The README is part of the product: what it shows is run, what it lists is compared with the code. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type ColumnType, columnDefinitions } from '../src/caseload/columns.ts';
import { RULES } from '../src/caseload/problem-rules.ts';
import { main } from '../src/cli.ts';
import { buildReport, loadCaseload, type Report } from '../src/index.ts';
import type { Metric } from '../src/metrics/define-metric.ts';
import { metrics } from '../src/metrics/index.ts';
import { QUALITY_BANDS } from '../src/reference/court-quality.ts';
import { DISPOSAL_GROUPS, DISPOSALS } from '../src/reference/disposals.ts';
import { FRAMEWORK_2018_2024 as FRAMEWORK_2018 } from '../src/reference/framework-2018-2024.ts';
import { formats } from '../src/render/formats.ts';
import type { AsAtFrom, MetricStatus } from '../src/report/report.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const packageJson: { scripts: Record<string, string>; devDependencies: Record<string, string> } = JSON.parse(
  readFileSync(join(root, 'package.json'), 'utf8'),
);
const FIXTURE = join(root, 'fixtures/birmingham-like/caseload.csv');
/** The README's own placeholders (cases.csv, exports/) and all it writes live here. */
const folder = mkdtempSync(join(tmpdir(), 'readme-'));

const fences = [...readme.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language, text]) => ({
  language,
  text,
}));
const prose = readme.replace(/^```[\s\S]*?^```$/gm, '');
const blocks = (language: string) => fences.filter((fence) => fence.language === language);

/** The rows of the table under this heading row, each as its cells. */
function table(heading: string): string[][] {
  const lines = prose.split('\n');
  const start = lines.indexOf(heading);
  if (start === -1) throw new Error(`README has no table ${heading}`);
  const rest = lines.slice(start + 2);
  const end = rest.findIndex((line) => !line.startsWith('|'));
  return rest.slice(0, end).map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
}

const code = (name: string) => `\`${name}\``;
/** The names in backticks of a cell. */
const names = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name);
const words = (cell: string) => cell.split(', ');

interface Run {
  readonly exitCode: number;
  /** All that is said, and of it the data alone. */
  readonly output: string;
  readonly data: string;
}

async function run(argv: readonly string[], stdin: AsyncIterable<unknown> = fileStream('')): Promise<Run> {
  let output = '';
  let data = '';
  const textOf = (content: string | Uint8Array) =>
    typeof content === 'string' ? content : new TextDecoder().decode(content);
  const stderr = {
    write(content: string | Uint8Array) {
      output += textOf(content);
    },
  };
  const stdout = {
    write(content: string | Uint8Array) {
      stderr.write(content);
      data += textOf(content);
    },
  };
  const exitCode = await main(argv, { stdin, stdout, stderr, env: {} });
  return { exitCode, output, data };
}

async function* fileStream(file: string): AsyncGenerator<Uint8Array> {
  if (file !== '') yield readFileSync(file);
}

/** `npx yos-caseload report cases.csv -o x.md  # exit 1` as the reader would run it, in the temporary folder. */
function runLine(line: string): Promise<Run> {
  const command = line.replace(/^(?:\$ )?(?:npm ci && )?npx yos-caseload ?/, '').replace(/\s+# .*$/, '');
  const argv = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) =>
    placed(quoted ?? plain ?? ''),
  );
  const from = argv.indexOf('<');
  return from === -1 ? run(argv) : run(argv.slice(0, from), fileStream(argv[from + 1] ?? ''));
}

function placed(word: string): string {
  if (word.startsWith('fixtures/')) return join(root, word);
  return /^[\w-]+(?:\.(?:csv|md|json|txt|key|svg|html)|\/)$/.test(word) ? join(folder, word) : word;
}

const expectedExit = (line: string) => Number(/# exit (\d)/.exec(line)?.[1] ?? 0);
const isCommand = (line: string) => /^(?:\$ )?(?:npm ci && )?npx yos-caseload/.test(line);

/** Imports an example from a file of its own, with our modules in place of the ones it names. */
async function importExample(name: string, text: string): Promise<{ readonly sendMix?: Metric }> {
  const at = (path: string) => JSON.stringify(pathToFileURL(join(root, path)).href);
  const file = join(folder, name);
  const placedText = text
    .replace("'yos-caseload'", at('src/index.ts'))
    .replace(/'fixtures\//g, `'${root}fixtures/`)
    .replace(/from '\.\/(.+?)'/g, (_, path) => `from ${at(`src/metrics/${path}`)}`)
    .replace(/from '\.\.\/(.+?)'/g, (_, path) => `from ${at(`src/${path}`)}`);
  await writeFile(file, placedText);
  return import(/* @vite-ignore */ file);
}

beforeAll(async () => {
  const [actions, mapping] = blocks('csv');
  const [commentary] = blocks('markdown');
  await mkdir(join(folder, 'exports'));
  await copyFile(FIXTURE, join(folder, 'cases.csv'));
  await copyFile(FIXTURE, join(folder, 'exports', 'october.csv'));
  for (const name of ['this-month.csv', 'last-month.csv']) await copyFile(FIXTURE, join(folder, name));
  const ratings = FRAMEWORK_2018.standards.map(({ number }) => `${number},Good`);
  await writeFile(join(folder, 'ratings.csv'), `standard,rating\n${ratings.join('\n')}\n`);
  await writeFile(join(folder, 'mapping.csv'), mapping?.text ?? '');
  await writeFile(join(folder, 'actions.csv'), actions?.text ?? '');
  await writeFile(join(folder, 'commentary.md'), commentary?.text ?? '');
  await writeFile(join(folder, 'arms.svg'), '<svg xmlns="http://www.w3.org/2000/svg"></svg>');
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('what the README shows can be run', () => {
  test('the two commands of a fresh machine: a report, and the tests', () => {
    const lines = blocks('sh').flatMap(({ text }) => text.split('\n'));
    expect(lines).toContain('npm ci && npx yos-caseload report fixtures/birmingham-like/caseload.csv');
    expect(lines).toContain('npm ci && npm test');
    expect(packageJson.scripts).toHaveProperty('test');
    expect(packageJson.scripts).toHaveProperty('prepare');
  });

  // In the order of the page: some lines read what a line before them wrote.
  const shown = fences.filter(({ language }) => language === 'sh' || language === 'console');
  const lines = shown.flatMap(({ language, text }) => {
    const [command = '', ...output] = text.split('\n');
    return language === 'console'
      ? [{ line: command, output: output.join('\n') }]
      : text
          .split('\n')
          .filter(isCommand)
          .map((line) => ({ line, output: '' }));
  });

  test('there are examples to run, some with their output', () => {
    expect(lines.length).toBeGreaterThan(12);
    expect(lines.filter(({ output }) => output !== '').length).toBeGreaterThan(1);
  });

  test.each(lines)('$line', async ({ line, output }) => {
    const seen = await runLine(line);
    expect(seen.exitCode, seen.output).toBe(expectedExit(line));
    expect(`\n${seen.output}`).toContain(`\n${output}`);
  });

  test('the mapping file names headers and labels, as the page says', async () => {
    const rows = ['Our Own Ref,Kid,start_date,disposal,ethnicity,planning_desistance'];
    rows.push('C1,Y1,2026-10-01,Referral order,Irish,Met', 'C2,Y2,2026-10-02,Deferred youth scheme,,');
    rows.push('C3,Y3,2026-10-03,Fine,Traveller family,');
    await writeFile(join(folder, 'own.csv'), `${rows.join('\n')}\n`);
    const { output } = await run([
      'report',
      join(folder, 'own.csv'),
      '--internal',
      '--map',
      join(folder, 'mapping.csv'),
      '--format',
      'json',
    ]);
    const report: Report = JSON.parse(output);
    const rowsOf = (metric: string, name: string) =>
      report.metrics.find((one) => one.name === metric)?.tables.find((one) => one.name === name)?.rows ?? [];
    expect(rowsOf('disposal-mix', 'disposals').map(({ disposal }) => disposal)).toContain('Outcome 22');
    const categories = rowsOf('ethnicity-mix', 'categories').map(({ category }) => category);
    expect(categories).toEqual(['Gypsy or Irish Traveller', 'Irish', 'Not known']);
    expect(rowsOf('court-quality', 'summary')).toEqual([{ judged_cases: 1, score: 3, maximum: 3 }]);
  });

  test('the config file says what the page says, and is taken', async () => {
    const [config] = blocks('yaml');
    const file = join(folder, 'yos-caseload.yaml');
    await writeFile(file, config?.text ?? '');
    const own = join(folder, 'own-headers.csv');
    await writeFile(own, readFileSync(FIXTURE, 'utf8').replace('child_id', 'Young Person Ref'));
    const { output, exitCode } = await run(['report', own, '--config', file, '--format', 'json']);
    expect(exitCode, output).toBe(0);
    const { metrics: shown, provenance }: Report = JSON.parse(output);
    expect(provenance).toMatchObject({ config: 'yos-caseload.yaml', asAtFrom: 'config', threshold: 5 });
    const textsOf = (metric: string, table: string, key: string) =>
      shown
        .find(({ name }) => name === metric)
        ?.tables.find(({ name }) => name === table)
        ?.rows.map((row) => row[key]);
    expect(textsOf('age-bands', 'bands', 'band')).toEqual(['10-13', '14-15', '16-17', '18 and over']);
    expect(textsOf('court-timeliness', 'rules', 'source')).toEqual(['our own procedure, 2026']);
    expect(shown.find(({ name }) => name === 'disproportionality')?.status).toBe('ok');
  });

  test('a config with a title, a logo and sections is taken, the sections in their order', async () => {
    const [, own] = blocks('yaml');
    const file = join(folder, 'own.yaml');
    await writeFile(file, own?.text ?? '');
    const { output, exitCode } = await run(['report', FIXTURE, '--config', file, '--format', 'html']);
    expect(exitCode, output).toBe(0);
    expect(output).toContain('<h1>Report to the management board</h1>');
    expect(output).toContain('alt="Logo of Anytown Youth Justice Service"');
    const sections = [...output.matchAll(/<section[^>]* id="([^"]*)"/g)].map(([, id]) => id);
    expect(sections.slice(0, 3)).toEqual(['summary', 'metric-court-quality', 'metric-workload']);
  });

  test('the commentary and the improvement plan shown are in the report', () => {
    const page = readFileSync(join(folder, 'board.html'), 'utf8');
    expect(page).toContain('The caseload <strong>grew</strong> this month.');
    const plan = page.slice(page.indexOf('<section id="metric-improvement-plan"'));
    const recommendations = [...plan.matchAll(/<th scope="row"[^>]*>([^<]*)/g)].map(([, text]) => text);
    expect(recommendations.slice(0, 4)).toEqual([
      'Plan for the safety of the child',
      'See children in time after sentence',
      'Give staff supervision every month',
      'Spread the work',
    ]);
  });

  test('the library example prints what stands below it', async () => {
    const printed: string[] = [];
    const log = vi.spyOn(console, 'log').mockImplementation((...values) => {
      printed.push(values.join(' '));
    });
    const [example] = blocks('js');
    await importExample('library.js', example?.text ?? '').finally(() => log.mockRestore());
    expect(printed.length).toBeGreaterThan(0);
    expect(blocks('text').map(({ text }) => text)).toContain(`${printed.join('\n')}\n`);
  });

  test('the metric to start from counts every child of its cohort once', async () => {
    const [example] = blocks('ts');
    const { sendMix } = await importExample('send-mix.ts', example?.text ?? '');
    if (sendMix === undefined) throw new Error('the example exports no sendMix');
    const report = buildReport(await loadCaseload(FIXTURE), { metrics: [sendMix] });
    const [answers] = report.metrics[0]?.tables ?? [];
    const counts = answers?.rows.map(({ children }) => Number(children)) ?? [];
    expect(counts).toHaveLength(3);
    expect(counts.every((count) => count > 0)).toBe(true);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(answers?.cohort.n);
  });
});

describe('what the README lists agrees with the code', () => {
  test('every metric is in the table, as its own file declares it', () => {
    expect(table('| Metric | Alias | Question | Counts | Shares are of | Tables |')).toEqual(
      metrics.map((metric) => [
        code(metric.name),
        (metric.aliases ?? []).map(code).join(', '),
        metric.question,
        `${metric.unit}: ${metric.cohort}`,
        metric.denominator,
        metric.tables.map(({ name }) => name).join(', '),
      ]),
    );
  });

  test('the row keys of every table', () => {
    expect(table('| Metric | Table | Row keys |')).toEqual(
      metrics.flatMap((metric) =>
        metric.tables.map(({ name, columns }) => [
          code(metric.name),
          code(name),
          columns.map(({ key }) => key).join(', '),
        ]),
      ),
    );
  });

  test('every column of the dictionary, in its order, with its type and meaning', () => {
    const types: Record<ColumnType, string> = {
      identifier: 'identifier',
      category: 'category',
      integer: 'whole number',
      month: 'month',
      date: 'date',
      'yes-no': 'Yes/No',
      'yes-no-na': 'Yes/No/NA',
    };
    // The three judgements of a standard share a row.
    const listed = table('| Column | Type | Meaning |').flatMap(([cell = '', type, meaning = '']) =>
      names(cell).map((name) => ({ name, type, meaning, isAlone: names(cell).length === 1 })),
    );
    const definitions = columnDefinitions();
    expect(listed.map(({ name }) => name)).toEqual(definitions.map(({ name }) => name));
    listed.forEach(({ name, type, meaning, isAlone }, index) => {
      const definition = definitions[index];
      expect([name, type]).toEqual([name, definition && types[definition.type]]);
      if (isAlone) expect(meaning).toBe(definition?.meaning);
      else for (const part of definition?.meaning.split(/ for | \(/) ?? []) expect(meaning).toContain(part);
    });
  });

  test('every disposal in its group', () => {
    expect(table('| Group | Disposals |')).toEqual(
      DISPOSAL_GROUPS.map((group) => [
        group,
        DISPOSALS.filter((disposal) => disposal.group === group)
          .map(({ label }) => label)
          .join(', '),
      ]),
    );
  });

  test('every rule about the data', () => {
    expect(table('| Rule | Severity | What happens |')).toEqual(
      Object.entries(RULES).map(([rule, { severity, message }]) => [code(rule), severity, message]),
    );
  });

  test('every format with its endings', () => {
    const listed = table('| Format | Endings for `-o` | What it is |');
    expect(listed.map(([name, endings = '']) => [name, names(endings)])).toEqual(
      Object.entries(formats).map(([name, { extensions }]) => [
        code(name),
        extensions.map((extension) => `.${extension}`),
      ]),
    );
  });

  test('every exit code happens', async () => {
    const rejecting = join(folder, 'rejecting.csv');
    await writeFile(rejecting, 'case_id,child_id,start_date\nC1,Y1,2026-10-01\n,Y2,2026-10-01\n');
    const broken: AsyncIterable<unknown> = {
      [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new Error('a fault')) }),
    };
    const runs = [
      await run(['report', FIXTURE]),
      await run(['validate', rejecting]),
      await run(['report', join(folder, 'missing.csv')]),
      await run(['report', '-'], broken),
    ];
    expect(table('| Exit code | When |').map(([exitCode]) => Number(exitCode))).toEqual(
      runs.map(({ exitCode }) => exitCode),
    );
  });

  test('every option of the commands, and none that is not there', async () => {
    const helps = await Promise.all(
      ['report', 'compare', 'late', 'validate', 'columns', 'prepare', 'framework', 'generate'].map(
        (command) => run([command, '--help']),
      ),
    );
    const known = new Set(helps.flatMap(({ output }) => output.match(/--[a-z-]+/g) ?? []));
    const listed = table('| Option | What it does |').map(([cell = '']) => cell);
    const written = new Set(readme.match(/(?<![\w-])--[a-z][a-z-]*/g));
    expect([...written].filter((option) => !known.has(option))).toEqual([]);
    const { output: report } = await run(['report', '--help']);
    const left = (report.match(/--[a-z-]+/g) ?? []).filter(
      (option) => !listed.some((cell) => cell.includes(option)) && !['--help', '--no-color'].includes(option),
    );
    expect([...new Set(left)]).toEqual(['--only', '--output']);
  });

  test('the columns of the CSV', async () => {
    const { output } = await run(['sex-mix', FIXTURE, '--format', 'csv']);
    const [header = ''] = output.split('\r\n');
    expect(prose).toContain(`**CSV columns**: ${header.split(',').join(', ')}.`);
  });

  test('every key of the JSON, optional ones too', async () => {
    const few = join(folder, 'few-columns.csv');
    await writeFile(few, 'case_id,child_id,team,start_date,sex\nC1,Y1,North,2026-10-01,Mail\n');
    const found = new Map<string, Set<string>>();
    const tiny = join(root, 'fixtures/tiny-service/caseload.csv');
    const withheld = [[FIXTURE, '--by', 'sex'], [tiny], [FIXTURE, '--by', 'team', '--round', '5']];
    const config = join(folder, 'settings.yaml');
    await writeFile(config, 'baseline: birmingham\n');
    const told = [FIXTURE, '--config', config, '--year', `2025=${tiny}`];
    const said = [
      '--title',
      'A',
      '--service',
      'B',
      '--sections',
      'quality',
      '--notes',
      join(folder, 'commentary.md'),
    ];
    for (const argv of [...withheld, told, [FIXTURE, ...said], [few, '--by', 'team', '--internal']]) {
      const { data } = await run(['report', ...argv, '--format', 'json']);
      collectKeys(JSON.parse(data), found);
    }
    const listed = table('| Object | Keys |').map(([name = '', keys = '']) => [
      names(name)[0],
      words(keys).sort(),
    ]);
    expect(listed).toEqual([...found].map(([name, keys]) => [name, [...keys].sort()]));
  });

  test('every word of a status and of where the as-at date is from', () => {
    const statuses = {
      ok: true,
      'missing-columns': true,
      'not-configured': true,
      withheld: true,
      refused: true,
    } as const satisfies Record<MetricStatus, true>;
    const origins = {
      flag: true,
      config: true,
      'latest-start-date': true,
      none: true,
    } as const satisfies Record<AsAtFrom, true>;
    const paragraph = prose.split('\n').find((line) => line.startsWith('Codes stand where')) ?? '';
    for (const word of [...Object.keys(statuses), ...Object.keys(origins)]) {
      expect(names(paragraph)).toContain(word);
    }
  });

  test('every dependency, and what is put in place of two', () => {
    const listed = table('| Package | For | Why this one |').flatMap(([cell = '']) => names(cell));
    expect(listed.sort()).toEqual(Object.keys(packageJson.devDependencies).sort());
  });

  test('what each folder of the source imports', () => {
    const rows = table('| Folder | Holds | May import |').filter(
      ([, , allowed]) => allowed !== 'all of them',
    );
    const breaches = rows.flatMap(([cell = '', , allowed = '']) => {
      const [own = ''] = names(cell);
      return importsOf(join(root, 'src', own))
        .filter((other) => other !== own && !names(allowed).includes(other))
        .map((other) => `${own} imports ${other}`);
    });
    // One file of the tool's own name and version, which the report prints.
    expect([...new Set(breaches)]).toEqual(['report imports version.ts']);
  });

  test('every link leads to a file or a heading', () => {
    const headings = [...prose.matchAll(/^#+ (.+)$/gm)].map(
      ([, heading = '']) =>
        `#${heading
          .toLowerCase()
          .replace(/[^a-z0-9 -]/g, '')
          .replaceAll(' ', '-')}`,
    );
    // Where Node itself is to be had is for the reader to open.
    const targets = [...prose.matchAll(/\]\(([^)]+)\)/g)]
      .map(([, target = '']) => target)
      .filter((target) => !target.startsWith('https:'));
    expect(targets.length).toBeGreaterThan(15);
    const dead = targets.filter((target) =>
      target.startsWith('#') ? !headings.includes(target) : !existsSync(resolve(root, target)),
    );
    expect(dead).toEqual([]);
  });

  test('the bands of court quality', () => {
    const [worst, ...better] = QUALITY_BANDS;
    const bands = better.map(({ label, fromPercent }, index) => {
      const next = better[index + 1];
      return `${fromPercent}${next === undefined ? '% and over' : ` to ${next.fromPercent - 1}%`} ${label}`;
    });
    const [lowestEdge] = better;
    expect(prose).toContain(`under ${lowestEdge?.fromPercent}% ${worst.label}, ${bands.join(', ')}.`);
  });

  test('nothing leaves the machine: no module of the source can reach a network', () => {
    const used = sourceFiles(join(root, 'src')).flatMap((file) => {
      const nodeModules = readFileSync(file, 'utf8').matchAll(/(?:from |import\()'node:([^']+)'/g);
      return [...nodeModules].map(([, name]) => ({ name, file: relative(join(root, 'src'), file) }));
    });
    const reaching = ['child_process', 'dgram', 'dns', 'http', 'http2', 'https', 'net', 'tls'];
    // The one program it starts is the viewer that --open asks for.
    expect(used.filter(({ name = '' }) => reaching.includes(name))).toEqual([
      { name: 'child_process', file: 'open-file.ts' },
    ]);
    // The README names the files that use Node's own modules at all.
    const files = [...new Set(used.map(({ file }) => file.replaceAll('\\', '/')))];
    for (const file of files) expect(prose).toContain(code(file));
    expect(files.length).toBeGreaterThan(0);
  });
});

/** Adds the keys of every object of a report under the name the README has for it. */
function collectKeys(report: Report, found: Map<string, Set<string>>): void {
  const add = (name: string, objects: readonly object[]) => {
    const keys = found.get(name) ?? new Set();
    found.set(name, keys);
    for (const object of objects) for (const key of Object.keys(object)) keys.add(key);
  };
  const tables = report.metrics.flatMap((metric) => metric.tables);
  const cohorts = tables.map(({ cohort }) => cohort);
  add('report', [report]);
  add('provenance', [report.provenance]);
  add('provenance.inputs[]', report.provenance.inputs);
  add('metrics[]', report.metrics);
  add('tables[]', tables);
  add('cohort', cohorts);
  add(
    'cohort.parts[]',
    cohorts.flatMap(({ parts }) => parts ?? []),
  );
  add(
    'leftOut[]',
    cohorts.flatMap(({ leftOut }) => leftOut),
  );
  add(
    'columns[]',
    tables.flatMap(({ columns }) => columns),
  );
  add('problems[]', report.problems);
  add('disclosure', report.disclosure === undefined ? [] : [report.disclosure]);
}

function sourceFiles(path: string): string[] {
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(path, file));
}

/** The folders of src/ (or files directly in it) that the files of a folder import, types included. */
function importsOf(path: string): string[] {
  return sourceFiles(path).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/(?:from |import\()'(\.[^']+)/g)].map(([, name = '']) => {
      const [first = ''] = relative(join(root, 'src'), resolve(dirname(file), name)).split(sep);
      return first;
    }),
  );
}
