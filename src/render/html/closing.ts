/** The end of the page: codes, what was withheld, problems, where the figures come from. */
import type { Provenance, Report } from '../../report/report.ts';
import { codeLegend } from '../code-legend.ts';
import {
  asAtSource,
  encodingSentence,
  inputName,
  inputSentence,
  optionTexts,
  zerosWord,
} from '../describe-report.ts';
import { formatCount } from '../format-cell.ts';
import { summariseProblems } from '../summarise-problems.ts';
import { type Html, html } from './markup.ts';
import { list } from './section.ts';
import { factsTable } from './table.ts';

/** The sections after the metrics, with the headings that the contents list. */
export function closingSections(
  report: Report,
): { readonly id: string; readonly title: string; readonly body: Html }[] {
  const codes = codeLegend(report);
  return [
    ...(codes.length === 0 && report.disclosure === undefined
      ? []
      : [{ id: 'codes', title: 'Codes and what is withheld', body: codesBody(report, codes) }]),
    { id: 'problems', title: 'Problems in the data', body: problemsBody(report) },
    { id: 'provenance', title: 'Where these figures come from', body: provenanceBody(report.provenance) },
  ];
}

function codesBody({ disclosure }: Report, codes: readonly string[]): Html {
  return html`${list(codes)}${disclosure === undefined ? null : html`<p>${disclosure.sentence}</p>\n`}`;
}

function problemsBody(report: Report): Html {
  const rows = summariseProblems(report).flatMap(({ severity, rules }) =>
    rules.map(({ rule, count }) => [severity, rule, formatCount(count)]),
  );
  if (rows.length === 0) return html`<p>None found.</p>\n`;
  return factsTable('Problems by severity and rule', ['Severity', 'Rule', 'Times'], rows);
}

function provenanceBody(provenance: Provenance): Html {
  return factsTable(
    'How this report was made',
    ['What', 'Value'],
    [
      ['Made by', `${provenance.tool} ${provenance.version}`],
      ['As at', `${provenance.asAt ?? 'none'} (${asAtSource(provenance)})`],
      ['Disclosure', provenance.disclosure],
      ...settingRows(provenance),
      ['Counted', provenance.unit],
      ['Config', provenance.config ?? 'none'],
      ...(provenance.configSha256 === undefined ? [] : [['Config, SHA-256', provenance.configSha256]]),
      ['Options', optionTexts(provenance).join(', ') || 'none'],
      ...provenance.inputs.flatMap((input) => [
        [inputName(input), `${inputSentence(input)}; ${encodingSentence(input)}`],
        [`${inputName(input)}, SHA-256`, input.sha256],
      ]),
      ...(provenance.beside ?? []).map(({ of, file, sha256 }) => [`${of}: ${file}, SHA-256`, sha256]),
    ],
  );
}

function settingRows({ threshold, zeros, round }: Provenance): string[][] {
  return [
    ...(threshold === null ? [] : [['Threshold', String(threshold)]]),
    ...(zeros === undefined ? [] : [['Zeros', zerosWord(zeros)]]),
    ...(round === undefined ? [] : [['Counts rounded to', String(round)]]),
  ];
}
