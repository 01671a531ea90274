/** The workers who hold cases, and their teams: a few clearly overloaded, a few with hardly any cases. */
import { type Random, randomStream, weightedChoice } from './random.ts';
import { CASES_PER_WORKER, MOST_TEAMS, MOST_WORKERS, WORKERS_PER_TEAM } from './shape.ts';

export interface Worker {
  readonly id: string;
  readonly team: string;
  /** How many cases come this worker's way, against 1 for an ordinary worker. */
  readonly pull: number;
}

export interface Workforce {
  readonly workers: readonly Worker[];
  readonly teams: readonly string[];
  readonly chooseWorker: (random: Random) => Worker;
}

const AREAS = ['Central', 'East', 'North', 'South', 'West'] as const;

/** Workers and teams for so many cases; the same for the same seed, whatever is written of the cases. */
export function buildWorkforce(cases: number, seed: number): Workforce {
  const random = randomStream(seed, 'workforce');
  const workerCount = clamp(Math.round(cases / CASES_PER_WORKER), 1, MOST_WORKERS);
  const teamCount = clamp(Math.round(workerCount / WORKERS_PER_TEAM), 1, MOST_TEAMS);
  const teams = Array.from({ length: teamCount }, (_, index) => teamName(index));
  const teamPulls = teams.map(() => 0.8 + random() * 0.45);
  const digits = Math.max(3, String(workerCount).length);
  const workers = Array.from({ length: workerCount }, (_, index) => {
    const team = Math.floor((index * teamCount) / workerCount);
    const pull = teamPulls[team] * ownPull(index + seed, random);
    return { id: `W${String(index + 1).padStart(digits, '0')}`, team: teams[team], pull };
  });
  return { workers, teams, chooseWorker: weightedChoice(workers.map((worker) => [worker, worker.pull])) };
}

/** Of any ten workers one is overloaded and two are light, so that no seed gives an even service. */
function ownPull(index: number, random: Random): number {
  const spread = 0.85 + random() * 0.3;
  const place = index % 10;
  if (place === 3) return 2.1 * spread;
  if (place === 0 || place === 6) return 0.3 * spread;
  return spread;
}

function teamName(index: number): string {
  const round = Math.floor(index / AREAS.length);
  const area = AREAS[index % AREAS.length];
  return round === 0 ? area : `${area} ${round + 1}`;
}

function clamp(value: number, lowest: number, highest: number): number {
  return Math.min(highest, Math.max(lowest, value));
}
