// The flags of the bench.
import { parseArgs } from 'node:util';

const SIZES = [2_000, 100_000, 1_000_000];
const LARGE = 10_000_000;

export const HELP = `node bench/run.js [--sizes 2000,100000] [--large] [--rounds 5] [--guard] [--stages] [--write]

  --sizes <n,n>  how many cases (2000,100000,1000000)
  --large        10 million cases as well
  --rounds <n>   how often each runs, in turn (5; small files four times as often)
  --stages       only the stages of this tool and the cost of each metric
  --guard        only the limits of bench/guard.json; exit 1 when one is passed over
  --write        write the results into bench/README.md
  --help         this
`;

/** The flags as plain data. Throws an Error on one that nothing can be made of. */
export function readOptions(argv) {
  const { values } = parseArgs({
    args: argv,
    options: {
      sizes: { type: 'string' },
      large: { type: 'boolean', default: false },
      rounds: { type: 'string', default: '5' },
      guard: { type: 'boolean', default: false },
      stages: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const sizes = values.sizes === undefined ? SIZES : values.sizes.split(',').map(wholeNumber);
  if (values.write && values.guard) throw new Error('--write is for the bench, not for --guard');
  return {
    ...values,
    rounds: wholeNumber(values.rounds),
    isSizesGiven: values.sizes !== undefined,
    sizes: values.large && !sizes.includes(LARGE) ? [...sizes, LARGE] : sizes,
  };
}

function wholeNumber(text) {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new Error(`"${text}" is no whole number above 0`);
  return number;
}
