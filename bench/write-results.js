// The results as a section of README.md, between two markers.
import { readFileSync, writeFileSync } from 'node:fs';
import { fromBench } from './places.js';

const BEGIN = '<!-- results: written by npm run bench -- --write -->';
const END = '<!-- end of results -->';

export function writeResults(parts) {
  const path = fromBench('README.md');
  const text = readFileSync(path, 'utf8');
  const begin = text.indexOf(BEGIN);
  const end = text.indexOf(END);
  if (begin < 0 || end < begin) throw new Error('bench/README.md has lost the markers of its results');
  const results = parts.join('\n\n');
  writeFileSync(path, `${text.slice(0, begin)}${BEGIN}\n\n${results}\n\n${text.slice(end)}`);
}
