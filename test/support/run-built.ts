import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../bin/yos-caseload.js', import.meta.url));

/** Runs the built program in a process of its own, as it is installed. */
export function runBuilt(args: readonly string[]): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [program, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    timeout: 60_000,
  });
}
