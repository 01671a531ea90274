'use strict';
// Compiling the program takes a good part of a short run, so V8's work is kept: by Node itself where it can (from
// 22.1, in its folder for temporary files), else in a file beside the program, made when it was built. That file is a
// gain, never a need: V8 takes only what the same version of it made, and without it the program is compiled anew.
const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const nodeModule = require('node:module');
const { join } = require('node:path');
const { Script } = require('node:vm');

const PROGRAM = join(__dirname, '../dist/program.cjs');
const CODE_CACHE = join(__dirname, '../dist/program.code-cache');
const HASH_BYTES = 32;

/** The exports of src/cli.ts. */
function loadProgram() {
  if (nodeModule.enableCompileCache !== undefined) {
    nodeModule.enableCompileCache();
    return require(PROGRAM);
  }
  const source = readFileSync(PROGRAM, 'latin1');
  return run(compile(source, readCodeCache(source)));
}

/** @param cachedData what V8 made of the same source before; undefined when there is none */
function compile(source, cachedData) {
  // As require() does it, so that the file is the same for both.
  const wrapped = `(function (exports, require, module, __filename) {${source}\n})`;
  return new Script(wrapped, { filename: PROGRAM, cachedData });
}

function run(script) {
  const module = { exports: {} };
  script.runInThisContext()(module.exports, require, module, PROGRAM);
  return module.exports;
}

/** V8 crashes over a damaged cache, so it is given none whose hash, over the source too, is not as written. */
function readCodeCache(source) {
  try {
    const kept = readFileSync(CODE_CACHE);
    const data = kept.subarray(HASH_BYTES);
    return hashOf(source, data).equals(kept.subarray(0, HASH_BYTES)) ? data : undefined;
  } catch {
    return undefined;
  }
}

function hashOf(source, data) {
  return createHash('sha256').update(source, 'latin1').update(data).digest();
}

module.exports = { CODE_CACHE, PROGRAM, compile, hashOf, loadProgram, readCodeCache, run };
