/** The one place that writes files. */
import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { UserError } from './caseload/errors.ts';
import type { Write } from './commands/outcome.ts';

/**
 * Checks, before anything is computed, that the files can be written.
 * @throws UserError for a folder that does not exist, a file that is there already (without `force`), a folder as target
 */
export function checkTargets(targets: readonly (string | undefined)[], force: boolean): void {
  for (const target of targets) {
    if (target === undefined || target === '-') continue;
    const folder = path.dirname(target);
    if (!fs.statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
      throw new UserError(`${target}: the folder ${folder} does not exist; make it first`);
    }
    const there = fs.statSync(target, { throwIfNoEntry: false });
    if (there?.isDirectory()) throw new UserError(`${target}: is a folder; name a file in it`);
    if (there !== undefined && !force)
      throw new UserError(`${target}: is there already; replace it with --force`);
    try {
      fs.accessSync(folder, fs.constants.W_OK);
    } catch {
      throw new UserError(`${target}: you may not write in ${folder}`);
    }
  }
}

/** Writes all files, each under a temporary name first, and renames them when all are whole. */
export function writeFiles(writes: readonly Write[]): void {
  const done: { temporary: string; target: string }[] = [];
  try {
    for (const { to, content } of writes) {
      const temporary = path.join(
        path.dirname(to),
        `.${path.basename(to)}.${randomBytes(4).toString('hex')}.tmp`,
      );
      done.push({ temporary, target: to });
      writeWhole(temporary, content);
    }
    for (const { temporary, target } of done) fs.renameSync(temporary, target);
  } catch (error) {
    for (const { temporary } of done) fs.rmSync(temporary, { force: true });
    if (error instanceof UserError || !(error instanceof Error && 'code' in error)) throw error;
    throw new UserError(
      `${done[done.length - 1]?.target}: cannot be written (${String(error.code)}); nothing was written`,
    );
  }
}

function writeWhole(file: string, content: Write['content']): void {
  if (typeof content === 'string' || content instanceof Uint8Array) {
    fs.writeFileSync(file, content);
    return;
  }
  const descriptor = fs.openSync(file, 'w');
  try {
    for (const chunk of content) fs.writeSync(descriptor, chunk);
  } finally {
    fs.closeSync(descriptor);
  }
}
