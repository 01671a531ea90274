// The pipeline in SQL: read and clean, settle repeated cases, then one question after the other.
import { fromBench } from '../places.js';

const STANDARDS = ['assessment', 'planning', 'delivery', 'reviewing'];
const QUESTIONS = ['desistance', 'child_safety', 'others_safety'];
const DATES = ['start_date', 'end_date', 'audit_date'];
const IDENTIFIERS = ['case_id', 'child_id', 'worker_id', 'team'];
const LABELS = ['ethnicity', 'sex', 'disposal'];

export const ANSWERS = STANDARDS.flatMap((standard) =>
  QUESTIONS.map((question) => `${standard}_${question}`),
);
const COLUMNS = [...IDENTIFIERS, 'ethnicity', 'sex', 'age', 'disposal', 'residence', ...DATES, ...ANSWERS];

const quoted = (text) => `'${text.replaceAll("'", "''")}'`;
const list = (items, of) => items.map(of).join(', ');

/** ISO days are read straight away; whatever else is there is tried in the British forms, with and without a time. */
function day(column) {
  const formats = ['%Y-%m-%d', '%d/%m/%Y', '%d-%m-%Y', '%d.%m.%Y', '%Y/%m/%d', '%d %b %Y', '%d %B %Y'];
  const timed = formats.flatMap((format) => [`${format} %H:%M`, `${format} %H:%M:%S`, `${format}T%H:%M:%S`]);
  const read = `CASE WHEN ${column} IS NULL THEN NULL
    WHEN length(${column}) = 10 AND ${column}[5] = '-' THEN TRY_CAST(${column} AS DATE)
    ELSE try_strptime(trim(${column}), [${list([...formats, ...timed], quoted)}])::DATE END`;
  return `CASE WHEN ${read} BETWEEN DATE '1990-01-01' AND DATE '2100-12-31' THEN ${read} END AS ${column}`;
}

/** 1 is Yes, 2 No; NA, blank and what cannot be read are not judged. */
function answer(column) {
  return `CASE ${column} WHEN 'Yes' THEN 1 WHEN 'No' THEN 2
    ELSE CASE upper(trim(${column})) WHEN 'YES' THEN 1 WHEN 'Y' THEN 1 WHEN '1' THEN 1 WHEN 'TRUE' THEN 1
      WHEN 'NO' THEN 2 WHEN 'N' THEN 2 WHEN '0' THEN 2 WHEN 'FALSE' THEN 2 END END::UTINYINT AS ${column}`;
}

/** Each label column is an enumeration of the words it may hold, so that a row holds a byte of it. */
const readLabels = `
  CREATE TABLE labels AS FROM read_csv(${quoted(fromBench('peers/labels.csv'))}, header = true, all_varchar = true);
  ${LABELS.map((name) => `CREATE TYPE ${name}_word AS ENUM (SELECT word FROM labels WHERE "column" = '${name}')`).join(';')}`;

const label = (name) => `TRY_CAST(lower(trim(${name})) AS ${name}_word) AS ${name}`;

/** Every cell as text, so that nothing is guessed; a row is good when it says which case of which child it is. */
const readRows = (path) => `CREATE TABLE cleaned AS SELECT
    ${list(IDENTIFIERS, (name) => `nullif(trim(${name}), '') AS ${name}`)}, ${list(LABELS, label)},
    CASE WHEN TRY_CAST(age AS UTINYINT) BETWEEN 10 AND 25 THEN TRY_CAST(age AS UTINYINT) END AS age,
    lower(trim(residence)) = 'other' AS is_hosted,
    ${list(DATES, day)}, ${list(ANSWERS, answer)}
  FROM read_csv(${quoted(path)}, header = true, delim = ',', quote = '"', escape = '"', auto_detect = false,
    columns = {${list(COLUMNS, (name) => `${name}: 'VARCHAR'`)}})`;

/** Of the rows of one case that differ the latest is kept, then the greatest; the same row again is a duplicate. */
const content = [...IDENTIFIERS, ...LABELS, 'age', 'is_hosted', ...DATES, ...ANSWERS];
const settle = `
  CREATE VIEW good AS SELECT * FROM cleaned WHERE case_id IS NOT NULL AND child_id IS NOT NULL;
  CREATE TABLE repeated AS SELECT case_id FROM good GROUP BY case_id HAVING count(*) > 1;
  CREATE TABLE different AS SELECT DISTINCT * FROM good WHERE case_id IN (FROM repeated);
  CREATE TABLE kept AS SELECT * FROM different QUALIFY row_number() OVER (
    PARTITION BY case_id ORDER BY start_date DESC NULLS LAST, ${list(content, (name) => `${name} DESC NULLS LAST`)}) = 1;
  CREATE VIEW used AS SELECT * FROM good WHERE case_id NOT IN (FROM repeated) UNION ALL FROM kept;
  SET VARIABLE as_at = (SELECT max(start_date) FROM used);
  CREATE VIEW open_cases AS SELECT * FROM used WHERE start_date <= getvariable('as_at')
    AND (end_date IS NULL OR end_date > getvariable('as_at'))`;

/** The value that speaks for a child: of its latest row that knows one; of the same day, the smallest case_id. */
const speaks = (
  name,
) => `arg_min(${name}, (coalesce(-epoch_us(start_date::TIMESTAMP), 1e18::BIGINT), case_id))
  FILTER (${name} IS NOT NULL) AS ${name}`;
const speak = `
  CREATE TABLE several AS SELECT child_id FROM used GROUP BY child_id HAVING count(*) > 1;
  CREATE TABLE counted AS SELECT DISTINCT child_id FROM open_cases WHERE is_hosted IS NOT TRUE;
  CREATE TABLE children AS
    SELECT child_id, ethnicity, age, sex FROM used
      WHERE child_id IN (FROM counted) AND child_id NOT IN (FROM several)
    UNION ALL SELECT child_id, ${list(['ethnicity', 'age', 'sex'], speaks)} FROM used
      WHERE child_id IN (FROM counted) AND child_id IN (FROM several) GROUP BY child_id`;

export const steps = (path) => [readLabels, readRows(path), settle, speak];
