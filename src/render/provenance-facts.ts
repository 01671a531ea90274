import type { Provenance } from '../report/report.ts';
import {
  asAtSource,
  dateInWords,
  encodingSentence,
  inputName,
  inputSentence,
  optionTexts,
  zerosWord,
} from './describe-report.ts';

type Fact = [what: string, value: string];

/** Where the figures come from: what is known, and what it is. */
export function provenanceFacts(provenance: Provenance): Fact[] {
  const { asAt } = provenance;
  return [
    ['Made by', `${provenance.tool} ${provenance.version}`],
    ['As at', `${asAt === null ? 'no date' : dateInWords(asAt)} (${asAtSource(provenance)})`],
    ['Disclosure', provenance.disclosure],
    ...settingFacts(provenance),
    ['Counted', provenance.unit],
    ...configFacts(provenance),
    ['Options', optionTexts(provenance).join(', ') || 'none'],
    ...provenance.inputs.flatMap(inputFacts),
    ...(provenance.beside ?? []).flatMap(besideFacts),
    ...(provenance.words ?? []).map(({ of, file, sha256 }): Fact => [`${file} (${of}), SHA-256`, sha256]),
  ];
}

function settingFacts({ threshold, zeros, round }: Provenance): Fact[] {
  return [
    ...(threshold === null ? [] : [['Threshold', String(threshold)] satisfies Fact]),
    ...(zeros === undefined ? [] : [['Zeros', zerosWord(zeros)] satisfies Fact]),
    ...(round === undefined ? [] : [['Counts rounded to', String(round)] satisfies Fact]),
  ];
}

function configFacts({ config, configSha256 }: Provenance): Fact[] {
  if (config === null) return [['Config', 'none']];
  return [
    ['Config', config],
    ...(configSha256 === undefined ? [] : [[`${config}, SHA-256`, configSha256] satisfies Fact]),
  ];
}

function inputFacts(input: Provenance['inputs'][number]): Fact[] {
  return [
    [inputName(input), `${inputSentence(input)}; read as ${encodingSentence(input)}`],
    [`${inputName(input)}, SHA-256`, input.sha256],
  ];
}

function besideFacts({ of, file, sha256, asAt }: NonNullable<Provenance['beside']>[number]): Fact[] {
  return [
    [`${file} (${of})`, asAt === null ? 'no date' : `as at ${dateInWords(asAt)}`],
    [`${file} (${of}), SHA-256`, sha256],
  ];
}
