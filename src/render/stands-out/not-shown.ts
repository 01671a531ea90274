import type { Report } from '../../report/report.ts';
import { isWithheldWhole } from '../withheld-words.ts';
import type { Finding } from './finding.ts';

/** The metrics of which nothing is shown, since they are about too few. */
export function notShown({ metrics }: Report): Finding {
  return {
    withheld: metrics
      .filter(
        ({ status, tables }) => status === 'withheld' || (tables.length > 0 && tables.every(isWithheldWhole)),
      )
      .map(({ title }) => `${title}: all of it.`),
  };
}
