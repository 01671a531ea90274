// What was tried and what came of it.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';

const LONGEST_FAILURE = 600;
const tried = [];

export function note(what, node, result) {
  tried.push({ what, node, result });
}

/** One line of the table; a failure does not keep the rest from being tried. `node` is empty where any will do. */
export function attempt(what, node, work) {
  try {
    note(what, node, work() ?? 'ok');
  } catch (error) {
    note(what, node, `FAILED: ${error.message.slice(0, LONGEST_FAILURE)}`);
    process.exitCode = 1;
  }
}

/** What the first Node wrote, by the name of the run: all others must write the same, byte for byte. */
const first = new Map();

export function sameAsFirst(name, bytes) {
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  assert.ok(bytes.length > 0, 'nothing was written');
  if (!first.has(name)) first.set(name, digest);
  assert.equal(digest, first.get(name), 'differs from the first run');
  return `ok, ${digest}`;
}

export function printTable() {
  const width = Math.max(...tried.map(({ what }) => what.length));
  for (const { what, node, result } of tried)
    console.log(`${what.padEnd(width)}  ${node.padEnd(9)}  ${result}`);
}
