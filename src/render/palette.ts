import { Chalk, type ColorSupportLevel } from 'chalk';

type Paint = (text: string) => string;

/** The few colours of the terminal report, named for what they say. */
export interface Palette {
  readonly title: Paint;
  readonly alert: Paint;
  readonly quiet: Paint;
  readonly bar: Paint;
  readonly plain: Paint;
}

/** Colours of the given level from an instance of their own: the global one would look at the environment. */
export function paletteOf(level: ColorSupportLevel): Palette {
  const chalk = new Chalk({ level });
  return {
    title: (text) => chalk.bold(text),
    alert: (text) => chalk.bold.yellow(text),
    quiet: (text) => chalk.dim(text),
    bar: (text) => chalk.cyan(text),
    plain: (text) => text,
  };
}
