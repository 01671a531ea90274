#!/usr/bin/env node
import { main } from '../dist/cli.js';

/** A reader that has seen enough, such as head, is no error; a full disk is. */
function stopWriting(error) {
  if (error.code === 'EPIPE') process.exit(0);
  process.stderr.write(`yos-caseload: the output cannot be written: ${error.message}\n`);
  process.exit(2);
}

process.stdout.on('error', stopWriting);
// What nobody reads need not arrive, but the exit code must.
process.stderr.on('error', () => {});
// Not process.exit(): what is still on its way to a pipe would be lost.
process.exitCode = await main(process.argv.slice(2), process);
