// Writes the code cache of the built program: what V8 made of those functions that an ordinary run needs. It runs the
// program in this process, so it is a process of its own.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CODE_CACHE, compile, hashOf, PROGRAM, run } from './load-program.js';

const caseload = fileURLToPath(new URL('../fixtures/birmingham-like/caseload.csv', import.meta.url));
const ORDINARY = [
  ['--help'],
  ['report', caseload],
  ['report', caseload, '--internal'],
  ['report', caseload, '--by', 'team'],
  ...['json', 'csv', 'markdown'].map((format) => ['report', caseload, '--format', format]),
];

const source = readFileSync(PROGRAM, 'latin1');
const script = compile(source, undefined);
const { main } = run(script);
const unseen = { write: () => true };
for (const argv of ORDINARY)
  await main(argv, { env: {}, stdin: process.stdin, stdout: unseen, stderr: unseen });
const data = script.createCachedData();
writeFileSync(CODE_CACHE, Buffer.concat([hashOf(source, data), data]));
