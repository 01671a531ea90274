/** `sections`: the parts of a report, in the order in which it has them. */
import * as z from 'zod/mini';
import { metricNamed } from '../metrics/index.ts';
import { sectionNamed, sectionNear } from '../metrics/sections.ts';
import { converted } from './fields.ts';
import { expected, shown } from './words.ts';

const FORM = 'a list such as [summary, ethnicity-mix, court-quality]';

export function sectionsField() {
  const name = converted(
    z.string({ error: expected('the name of a metric, or summary') }),
    (given, wrong) => {
      const found = sectionNamed(given);
      if (found !== null) return found.name;
      const near = sectionNear(given);
      const hint = near === null ? 'see yos-caseload metrics' : `did you mean ${near.name}?`;
      return wrong(`there is no section "${shown(given)}"; ${hint}`);
    },
  );
  return z.array(name, { error: expected(FORM) }).check(
    z.superRefine((names, context) => {
      const twice = names.findIndex((one, index) => names.indexOf(one) < index);
      if (twice > 0)
        context.addIssue({
          code: 'custom',
          path: [twice],
          message: `${names[twice]} is there twice; name each once`,
        });
      // What is no section is a mistake of its own.
      else if (names.every((one) => sectionNamed(String(one)) !== null && metricNamed(one) === null))
        context.addIssue({ code: 'custom', message: `sections names no metric; write ${FORM}` });
    }),
  );
}
