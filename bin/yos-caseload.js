#!/usr/bin/env node
'use strict';
const { loadProgram } = require('./load-program.js');

/** A reader that has seen enough, such as head, is no error; a full disk is. */
function stopWriting(error) {
  if (error.code === 'EPIPE') process.exit(0);
  process.stderr.write(`yos-caseload: the output cannot be written: ${error.message}\n`);
  process.exit(2);
}

/** The process as a run needs it. Node opens a stream when it is first looked at, so that is left to the run. */
const io = {
  env: process.env,
  folder: process.cwd(),
  now: () => process.uptime() * 1000,
  stdout: process.stdout.on('error', stopWriting),
  get stdin() {
    return process.stdin;
  },
  get stderr() {
    // What nobody reads need not arrive, but the exit code must.
    if (process.stderr.listenerCount('error') === 0) process.stderr.on('error', () => {});
    return process.stderr;
  },
};

// Not process.exit(): what is still on its way to a pipe would be lost.
loadProgram()
  .main(process.argv.slice(2), io)
  .then((exitCode) => {
    process.exitCode = exitCode;
  });
