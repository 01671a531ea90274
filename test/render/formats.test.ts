import { expect, it } from 'vitest';
import { type Format, formats } from '../../src/render/formats.ts';
import { sampleReport } from './sample-report.ts';

const list: [string, Format][] = Object.entries(formats);

it('gives every file ending to one format only', () => {
  const endings = list.flatMap(([, format]) => format.extensions);
  expect(new Set(endings).size).toBe(endings.length);
});

it.each(list)('renders %s the same every time', async (_name, format) => {
  const options = { width: 80, colorLevel: 0 } as const;
  const first = await format.render(sampleReport, options);
  expect(first.length).toBeGreaterThan(0);
  expect(await format.render(sampleReport, options)).toEqual(first);
});
