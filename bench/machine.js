// What the results were measured on.
import { spawnSync } from 'node:child_process';
import { availableParallelism, cpus, platform, release, totalmem } from 'node:os';
import { memoryMethod } from './measure.js';

export function describeMachine() {
  const commit = spawnSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' });
  return [
    `- ${availableParallelism()} cores, ${cpus()[0]?.model.trim() ?? 'processor not known'}`,
    `- ${(totalmem() / 1e9).toFixed(0)} GB of memory; peak memory by ${memoryMethod ?? 'nothing: it cannot be had here'}`,
    `- ${platform()} ${release()}, Node ${process.versions.node}`,
    ...(commit.status === 0 ? [`- yos-caseload at commit ${commit.stdout.trim()}`] : []),
  ].join('\n');
}
