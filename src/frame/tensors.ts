/** Stands in for danfo's tensor library: nothing here is a tensor, and what needs one says so. */

function refuse(): never {
  throw new Error(
    'Arithmetic and comparison on a whole frame are not available. Use its columns: frame.column("n").add(1)',
  );
}

/** Danfo asks of everything it is given whether it is one of these. */
export function Tensor(): void {}

export const scalar = refuse;
export const tensor1d = refuse;
export const tensor2d = refuse;
export const data = { array: refuse };
