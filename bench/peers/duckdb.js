// The same figures by a pipeline in SQL: node bench/peers/duckdb.js FILE
import { DuckDBInstance } from '@duckdb/node-api';
import { QUESTIONS } from './duckdb-questions.js';
import { steps } from './duckdb-sql.js';
import { shaped } from './shape.js';

const instance = await DuckDBInstance.create(':memory:');
const connection = await instance.connect();
for (const step of steps(process.argv[2])) await connection.run(step);

const answers = {};
for (const [name, sql] of Object.entries(QUESTIONS)) {
  const reader = await connection.runAndReadAll(sql);
  answers[name] = reader.getRowObjectsJS();
}
process.stdout.write(JSON.stringify(shaped(answers)));
