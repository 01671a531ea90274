import { type DataFrame, frameOf } from '../frame/frame.ts';

export const UNKNOWN = 'Unknown';

/** How often each answer to one question was given. */
export interface Asked {
  readonly question: string;
  /** The answers in their order, without Unknown. */
  readonly answers: readonly string[];
  /** How many are unknown, then how many gave each answer. */
  readonly counts: ArrayLike<number>;
}

/**
 * A row for each answer to each question, zeros included, Unknown last; `answered` is of how many the answer is known.
 * @param key of the question's name and of the count
 */
export function answerRows(key: string, count: 'children' | 'cases', asked: readonly Asked[]): DataFrame {
  const rows = asked.flatMap(({ question, answers, counts }) => {
    const answered = answers.reduce((sum, _, index) => sum + counts[index + 1], 0);
    return [
      ...answers.map((answer, index) => ({ question, answer, count: counts[index + 1], answered })),
      { question, answer: UNKNOWN, count: counts[0], answered },
    ];
  });
  return frameOf({
    [key]: rows.map(({ question }) => question),
    answer: rows.map(({ answer }) => answer),
    [count]: rows.map((row) => row.count),
    answered: rows.map(({ answered }) => answered),
  });
}

/** What a metric says of the columns that it could have read and the files lack, if there are any. */
export function absentNotes(absent: readonly string[]): string[] {
  return absent.length === 0 ? [] : [`Left out, since the files have no such column: ${absent.join(', ')}.`];
}
