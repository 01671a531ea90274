// The figures of this tool's report in the shape of peers/shape.js.

/** Counts by label of a report of `report --format json --internal`. */
export function figuresOf(text) {
  const { metrics, provenance } = JSON.parse(text);
  const rowsOf = (metric, table) =>
    metrics.find(({ name }) => name === metric).tables.find(({ name }) => name === table).rows;
  const counted = (metric, table, key, count = 'children') =>
    Object.fromEntries(
      rowsOf(metric, table)
        .filter((row) => row[count] > 0)
        .map((row) => [row[key], row[count]]),
    );
  const [{ read, used, duplicates, rejected }] = provenance.inputs;
  const { cases, unallocated, ...spread } = Object.fromEntries(
    rowsOf('workload', 'summary').map(({ measure, value }) => [measure, value]),
  );
  return {
    rows: { read, used, duplicates, rejected },
    asAt: provenance.asAt,
    ethnicity: {
      groups: counted('ethnicity-mix', 'groups', 'group'),
      categories: counted('ethnicity-mix', 'categories', 'category'),
    },
    sex: counted('sex-mix', 'sexes', 'sex'),
    age: { years: counted('age-bands', 'years', 'age'), bands: counted('age-bands', 'bands', 'band') },
    disposal: {
      groups: counted('disposal-mix', 'groups', 'group', 'cases'),
      disposals: counted('disposal-mix', 'disposals', 'disposal', 'cases'),
    },
    workload: {
      cases,
      spread,
      teams: keyed(rowsOf('workload', 'teams'), 'team', ['workers', 'cases', 'children']),
      workers: keyed(rowsOf('workload', 'workers'), 'worker', ['team', 'cases', 'children']),
    },
    quality: qualityOf(metrics.find(({ name }) => name === 'court-quality').tables),
  };
}

function keyed(rows, key, kept) {
  return Object.fromEntries(
    rows.map((row) => [row[key], Object.fromEntries(kept.map((name) => [name, row[name]]))]),
  );
}

function qualityOf([questions, , summary]) {
  const answers = questions.rows.flatMap(({ standard, question, judged, sufficient }) => [
    [`${standard}_${question}_judged`, judged],
    [`${standard}_${question}_sufficient`, sufficient],
  ]);
  const { judged_cases } = summary.rows[0];
  return { n: questions.cohort.n, judged_cases, ...Object.fromEntries(answers) };
}
