// Runs programs and says how long they took and how much memory they had at most.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

const GNU_TIME = '/usr/bin/time';
const POLL_EVERY_MS = 20;
const MOST_OUTPUT = 1 << 30;

/** How peak memory is taken on this machine, for the report; null where it cannot be. */
export const memoryMethod = findMemoryMethod();

function findMemoryMethod() {
  if (existsSync(GNU_TIME) && spawnSync(GNU_TIME, ['-f', '%M', 'true']).status === 0) return '/usr/bin/time';
  return existsSync('/proc/self/status') ? 'VmHWM in /proc, looked at every 20 ms' : null;
}

/** Runs a command to its end, and gives the seconds it took. What it prints goes nowhere. */
export function run(contestant) {
  const { command, args, env } = contestant;
  const start = performance.now();
  const result = spawnSync(command, args, { stdio: ['ignore', 'ignore', 'pipe'], env: environment(env) });
  const seconds = (performance.now() - start) / 1000;
  refuseFailure(contestant, result);
  return seconds;
}

/** Runs a command once, untimed: what it printed, and its peak memory in bytes (null where it cannot be had). */
export async function runWithMemory(contestant) {
  return memoryMethod === GNU_TIME ? underTime(contestant) : polled(contestant);
}

function underTime(contestant) {
  const { command, args, env } = contestant;
  const options = { encoding: 'utf8', maxBuffer: MOST_OUTPUT, env: environment(env) };
  const result = spawnSync(GNU_TIME, ['-f', '%M', command, ...args], options);
  refuseFailure(contestant, result);
  return { output: result.stdout, memory: Number(result.stderr.trim().split('\n').at(-1)) * 1024 };
}

function polled(contestant) {
  const { command, args, env } = contestant;
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env: environment(env) });
  let output = '';
  let stderr = '';
  let memory = null;
  const timer = setInterval(() => {
    memory = highWater(child.pid) ?? memory;
  }, POLL_EVERY_MS);
  child.stdout.setEncoding('utf8').on('data', (text) => {
    output += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    stderr += text;
  });
  return new Promise((resolve, reject) => {
    child.on('close', (status) => {
      clearInterval(timer);
      try {
        refuseFailure(contestant, { status, stderr });
        resolve({ output, memory });
      } catch (error) {
        reject(error);
      }
    });
  });
}

function highWater(pid) {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kilobytes === undefined ? null : Number(kilobytes) * 1024;
  } catch {
    return null;
  }
}

/** Exit code 1 is that of a report on data with errors: the work was done. */
function refuseFailure({ name, command, args, mayFind }, { status, stderr, error }) {
  if (status === 0 || (mayFind && status === 1)) return;
  throw new Error(
    `${name ?? [command, ...args].join(' ')} failed: ${error?.message ?? `exit code ${status}\n${stderr}`}`,
  );
}

function environment(env) {
  return { ...process.env, NO_COLOR: '1', ...env };
}

/**
 * The seconds of each contestant in each round. In each round everybody runs once, and the next round begins with
 * the next, so that nobody always runs after the same one.
 */
export function inTurn(contestants, rounds) {
  const seconds = contestants.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < contestants.length; turn++) {
      const index = (round + turn) % contestants.length;
      seconds[index].push(run(contestants[index]));
    }
  }
  return seconds;
}

export function median(numbers) {
  const sorted = [...numbers].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** How many times the other's seconds: the median over the rounds, as both met the same noise in each. */
export function ratio(seconds, others) {
  return median(seconds.map((value, round) => value / others[round]));
}
