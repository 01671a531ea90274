// Figures as all peers give them: counts by label, nothing where the count is none. figures.js makes the same of
// this tool's report.

const ADULT_AGE = 18;
const BANDS = [
  ['10-14', 10, 14],
  ['15-17', 15, 17],
  ['18 and over', 18, 25],
];

/** The rows of each question of peers/duckdb-questions.js as one object of figures. */
export function shaped({ rows, ethnicity, sex, age, disposal, workers, teams, spread, quality }) {
  const [{ read, used, duplicates, asAt }] = rows.map(plain);
  const [{ n, judged_cases, ...answers }] = quality.map(plain);
  const open = teams.map(plain);
  const ages = age.map(plain);
  return {
    rows: { read, used, duplicates, rejected: read - used - duplicates },
    asAt,
    ethnicity: {
      groups: counted(ethnicity.map(plain), (row) => row.grp || 'Not known'),
      categories: counted(ethnicity.map(plain), (row) => row.label || 'Not known'),
    },
    sex: counted(sex.map(plain), (row) => row.label || 'Not known'),
    age: {
      years: counted(ages, yearOf),
      bands: counted(
        ages.filter((row) => row.age !== null),
        ({ age: years }) => BANDS.find(([, from, to]) => years >= from && years <= to)[0],
      ),
    },
    disposal: {
      groups: counted(disposal.map(plain), (row) => row.grp || 'Not mapped'),
      disposals: counted(disposal.map(plain), (row) => row.label || 'Not mapped'),
    },
    workload: {
      cases: open.reduce((sum, { cases }) => sum + cases, 0),
      spread: plain(spread[0]),
      teams: Object.fromEntries(open.map(({ team, ...figures }) => [team, figures])),
      workers: Object.fromEntries(workers.map(plain).map(({ worker, ...figures }) => [worker, figures])),
    },
    quality: { n, judged_cases, ...answers },
  };
}

function yearOf({ age }) {
  if (age === null) return 'Not known';
  return age >= ADULT_AGE ? '18 and over' : String(age);
}

function counted(rows, keyOf) {
  const counts = {};
  for (const row of rows) counts[keyOf(row)] = (counts[keyOf(row)] ?? 0) + row.n;
  return counts;
}

/** Whole numbers of 64 bits as numbers. */
function plain(row) {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key, typeof value === 'bigint' ? Number(value) : value]),
  );
}
