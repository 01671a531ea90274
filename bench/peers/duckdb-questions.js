// What is asked of the cleaned rows: per question the SQL; rows come back as they are.
import { ANSWERS } from './duckdb-sql.js';

const SPREAD = `
  WITH held AS (SELECT count(*) AS cases FROM open_cases WHERE worker_id IS NOT NULL GROUP BY worker_id),
    ranked AS (SELECT cases, row_number() OVER (ORDER BY cases) AS place, count(*) OVER () AS n FROM held)
  SELECT count(*) AS workers, avg(cases) AS mean, quantile_cont(cases, 0.5) AS median,
    quantile_cont(cases, 0.25) AS lower_quartile, quantile_cont(cases, 0.75) AS upper_quartile,
    max(cases) AS maximum, sum((2 * place - n - 1) * cases) / (any_value(n) * sum(cases)) AS gini
  FROM ranked`;

/** Of a worker's teams the one of most cases; of several, the first by name. */
const WORKERS = `
  WITH per_team AS (SELECT worker_id, coalesce(team, 'Not known') AS team, count(*) AS cases
      FROM open_cases GROUP BY ALL),
    main AS (SELECT worker_id, arg_min(team, (-cases, team)) AS team FROM per_team GROUP BY worker_id),
    held AS (SELECT worker_id, count(*) AS cases, count(DISTINCT child_id) AS children
      FROM open_cases GROUP BY worker_id)
  SELECT coalesce(worker_id, 'Unallocated') AS worker, team, cases, children
  FROM held JOIN main USING (worker_id) WHERE worker_id IS NOT NULL
  UNION ALL SELECT 'Unallocated', (SELECT team FROM main WHERE worker_id IS NULL), cases, children
  FROM held WHERE worker_id IS NULL`;

const WITHOUT_WORK = ['Absolute discharge', 'Conditional discharge', 'Discharge', 'Fine', 'Compensation'];
const COURT_CASES = `
  SELECT * FROM used WHERE disposal IN (SELECT word::disposal_word FROM labels
      WHERE "column" = 'disposal' AND grp IN ('First-tier', 'Community', 'Custody'))
    AND (coalesce(${ANSWERS.join(', ')}) IS NOT NULL OR disposal NOT IN (SELECT word::disposal_word FROM labels
      WHERE "column" = 'disposal' AND label IN (${WITHOUT_WORK.map((label) => `'${label}'`).join(', ')})))`;

const counts = ANSWERS.flatMap((name) => [
  `count(${name}) AS ${name}_judged`,
  `count(*) FILTER (${name} = 1) AS ${name}_sufficient`,
]);

const perLabel = (column, from) => `
  SELECT coalesce(label, '') AS label, coalesce(grp, '') AS grp, n
  FROM (SELECT ${column}::VARCHAR AS word, count(*) AS n FROM ${from} GROUP BY ALL)
  LEFT JOIN labels USING (word) WHERE word IS NULL OR "column" = '${column}'`;

export const QUESTIONS = {
  rows: `SELECT (SELECT count(*) FROM cleaned) AS read, (SELECT count(*) FROM used) AS used,
    (SELECT count(*) FROM good WHERE case_id IN (FROM repeated)) - (SELECT count(*) FROM different) AS duplicates,
    getvariable('as_at')::VARCHAR AS asAt`,
  ethnicity: perLabel('ethnicity', 'children'),
  sex: perLabel('sex', 'children'),
  age: 'SELECT age, count(*) AS n FROM children GROUP BY age',
  disposal: perLabel('disposal', '(FROM open_cases WHERE is_hosted IS NOT TRUE)'),
  workers: WORKERS,
  teams: `SELECT coalesce(team, 'Not known') AS team, count(DISTINCT worker_id) AS workers, count(*) AS cases,
    count(DISTINCT child_id) AS children FROM open_cases GROUP BY ALL`,
  spread: SPREAD,
  quality: `SELECT count(*) AS n, count(*) FILTER (coalesce(${ANSWERS.join(', ')}) IS NOT NULL) AS judged_cases,
    ${counts.join(', ')} FROM (${COURT_CASES})`,
};
