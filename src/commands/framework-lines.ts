/** A framework for somebody to read. */
import { type CompositeRule, certaintyOf, type Framework, type RatingRule } from '../reference/frameworks.ts';
import { wrapText } from '../render/measure-text.ts';
import { textTable } from '../render/text-table.ts';
import { pointsWords } from './framework-score.ts';

/** Everything that is known of a framework, each part with how sure it is, in lines of at most `width`. */
export function frameworkLines(framework: Framework, width: number): string[] {
  const { rating, composite } = framework;
  return [
    ...wrapText(`${framework.name}   ${framework.title}`, width),
    ...wrapText(
      framework.isProvisional
        ? 'PROVISIONAL: structure only, no bands and no composite; not the official text.'
        : 'Not the official text. How sure each part is stands beside it and at the end.',
      width,
    ),
    ...standardLines(framework, width),
    ...questionLines(framework, width),
    ...(rating === null ? [] : bandLines(framework, rating, width)),
    ...(composite === null ? [] : compositeLines(framework, composite, width)),
    '',
    'Not known here',
    ...framework.notKnown.flatMap((part) => textTable(null, [['-', part]], width)),
    '',
    'How sure this is',
    ...textTable(
      ['Sure', 'What (source)'],
      framework.facts.map(({ certainty, says, source }) => [certainty, `${says} (${source})`]),
      width,
    ),
  ];
}

/** A part under its title, which says how sure it is. */
function section(title: string, sure: string, lines: readonly string[]): string[] {
  return ['', `${title}   (${sure})`, ...lines];
}

function standardLines(framework: Framework, width: number): string[] {
  const { standards, composite } = framework;
  if (composite === null) {
    const rows = framework.domains.map((domain) => [domain, namesIn(framework, domain)]);
    return section(
      'Domains',
      certaintyOf(framework, 'domains'),
      textTable(['Domain', 'Standards'], rows, width),
    );
  }
  const rows = standards.map(({ number, name, domain, isInComposite }) => [
    String(number),
    domain,
    isInComposite === true ? 'counted' : 'left out',
    name,
  ]);
  return section(
    'Standards',
    `numbers ${certaintyOf(framework, 'numbers')}`,
    textTable(['No.', 'Domain', 'Composite', 'Standard'], rows, width),
  );
}

function namesIn({ standards }: Framework, domain: string): string {
  const names = standards.filter((standard) => standard.domain === domain).map(({ name }) => name);
  return names.length === 0 ? 'not known here' : names.join(', ');
}

function leftOutNames({ standards }: Framework): string {
  return standards
    .filter(({ isInComposite }) => isInComposite !== true)
    .map(({ number, name }) => `${number} ${name}`)
    .join(', ');
}

function questionLines(framework: Framework, width: number): string[] {
  const rows = framework.standards.flatMap(({ questions }) =>
    questions.map(({ number, text, column }) => [number, ...(column === null ? [] : [column]), text]),
  );
  const hasColumns = rows.some((row) => row.length > 2);
  const headings = ['No.', ...(hasColumns ? ['Column of a caseload'] : []), 'Question'];
  return section('Questions', certaintyOf(framework, 'questions'), textTable(headings, rows, width));
}

function bandLines(framework: Framework, { bands, rules }: RatingRule, width: number): string[] {
  const rows = bands.map(({ label, fromPercent, score }, index) => {
    const next = bands.at(index + 1);
    return [bandWords(fromPercent, next?.fromPercent ?? null), label, String(score)];
  });
  return [
    ...section(
      'Rating of a standard',
      certaintyOf(framework, 'bands'),
      textTable(['Judged sufficient', 'Rating', 'Points'], rows, width),
    ),
    ...rules.flatMap((rule) => textTable(null, [['-', rule]], width)),
  ];
}

function bandWords(from: number, next: number | null): string {
  if (next === null) return `${from}% and over`;
  return from === 0 ? `under ${next}%` : `${from} to ${next - 1}%`;
}

function compositeLines(
  framework: Framework,
  { standards, maximum }: CompositeRule,
  width: number,
): string[] {
  const rows = [
    ['Counts', `${standards} standards, 0 to ${maximum} points together`],
    ['Left out', leftOutNames(framework)],
    ['Points', pointsWords(framework)],
  ];
  return section('The composite', certaintyOf(framework, 'composite'), textTable(null, rows, width));
}
