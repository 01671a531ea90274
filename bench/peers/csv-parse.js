// The floor of the referee: csv-parse alone, which only counts the records. node bench/peers/csv-parse.js FILE
import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';

let records = -1;
// A record that is handed back as nothing goes no further, so that nothing but the parsing is paid for.
const count = () => {
  records++;
  return null;
};
createReadStream(process.argv[2], { highWaterMark: 1 << 20 })
  .pipe(parse({ bom: true, on_record: count }))
  .on('end', () => process.stdout.write(JSON.stringify({ rows: { read: records } })))
  .resume();
