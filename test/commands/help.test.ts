/** Help of every command: it leads with examples and names every flag. */
import { describe, expect, it } from 'vitest';
import { metrics } from '../../src/metrics/index.ts';
import { buildProgram } from '../../src/program.ts';
import { runCli } from '../support/run-cli.ts';

const world = {
  env: {},
  isTerminal: false,
  width: 80,
  folder: null,
  watch: null,
  readStdin: async () => new Uint8Array(0),
};
const program = await buildProgram([], world, {}, () => {});
const COMMANDS = program.commands
  .filter((command) => command.name() !== 'help')
  .map((command) => command.name());

it('there are the commands of the contract and one per metric', () => {
  expect(COMMANDS).toEqual([
    'report',
    'compare',
    'validate',
    'late',
    'columns',
    'prepare',
    'metrics',
    'framework',
    'generate',
    ...metrics.map(({ name }) => name),
  ]);
});

describe('the help of the program', () => {
  it('leads with examples', async () => {
    expect((await runCli(['--help'])).stdout).toMatch(/^Examples:\n {2}yos-caseload report cases\.csv/);
  });

  it('names every command, the short words of metrics and the exit codes', async () => {
    const { stdout } = await runCli(['--help']);
    for (const word of [...COMMANDS, 'ethnicity', 'ages', 'quality', '--version'])
      expect(stdout).toContain(word);
    expect(stdout).toMatch(/Exit codes: 0 .*; 1 .*; 2 .*; 70 /);
  });

  it('is what help and no command at all give; the latter is a mistake', async () => {
    const { stdout } = await runCli(['--help']);
    expect(await runCli(['help'])).toMatchObject({ code: 0, stdout });
    expect(await runCli([])).toMatchObject({ code: 2, stdout: '', stderr: stdout });
  });
});

describe.each(COMMANDS)('the help of %s', (name) => {
  it('leads with examples of the command', async () => {
    const { code, stdout } = await runCli([name, '--help']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Examples?:\n/);
    expect(stdout).toMatch(new RegExp(`^ {2}yos-caseload ${name}\\b`, 'm'));
  });

  it('names every flag', async () => {
    const { stdout } = await runCli([name, '--help']);
    const flags = program.commands
      .find((command) => command.name() === name)
      ?.options.map(({ long }) => long);
    expect((flags ?? []).filter((flag) => !stdout.includes(String(flag)))).toEqual([]);
    expect(stdout).toContain(`Usage: yos-caseload ${name}`);
  });

  it('is what help with its name gives', async () => {
    const { stdout } = await runCli([name, '--help']);
    expect(await runCli(['help', name])).toMatchObject({ code: 0, stdout });
  });
});

it('the version is that of the package', async () => {
  const { default: packageJson } = await import('../../package.json', { with: { type: 'json' } });
  for (const flag of ['--version', '-V']) {
    expect(await runCli([flag])).toMatchObject({ code: 0, stdout: `${packageJson.version}\n` });
  }
});
