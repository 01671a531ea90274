/** The files that a path stands for: a file, or the CSVs of a folder. */
import { readdirSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from './errors.ts';

const CSV_NAME = /\.(?:csv|tsv)$/i;

/** What to say when the system cannot look at a path; any other code is given as it comes. */
const WHY_NOT: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder; check the name and where you are',
  ENOTDIR: 'no such file or folder, as a part of the path is a file; check the name',
  ELOOP: 'a link that leads back to itself; name the file that is meant',
  ENAMETOOLONG: 'longer than a name may be; check the name',
};
const LEADS_NOWHERE = ['ENOENT', 'ENOTDIR', 'ELOOP'];

/**
 * The file itself, or all .csv and .tsv files of a folder, sorted; links are followed, those to nothing passed over.
 * @throws UserError for what is not there, a folder without a CSV, and a device, which may have no end
 */
export function filesAt(given: string): string[] {
  if (given === '')
    throw new UserError(
      '"": an empty name; name a caseload CSV or a folder of them, or - for standard input',
    );
  const stat = looking(given, () => statSync(given));
  if (isDevice(stat))
    throw new UserError(`${given}: is a device, not a file; name a CSV, or - for standard input`);
  return stat.isDirectory() ? csvsIn(given) : [given];
}

/** Devices such as /dev/zero are read without end; pipes and standard input end when the writer is done. */
export function isDevice(stat: Stats): boolean {
  return stat.isCharacterDevice() || stat.isBlockDevice();
}

function csvsIn(folder: string): string[] {
  const names = looking(folder, () => readdirSync(folder)).filter((name) => CSV_NAME.test(name));
  const files = names.map((name) => join(folder, name)).filter(isFile);
  if (files.length === 0)
    throw new UserError(`${folder}: no .csv file in this folder; name the files or another folder`);
  return files.sort();
}

/** False also for a link that leads to nothing or back to itself. */
function isFile(file: string): boolean {
  try {
    return statSync(file).isFile();
  } catch (error) {
    if (LEADS_NOWHERE.includes(codeOf(error))) return false;
    throw notToBeRead(file, error);
  }
}

function looking<T>(given: string, look: () => T): T {
  try {
    return look();
  } catch (error) {
    throw notToBeRead(given, error);
  }
}

function notToBeRead(given: string, error: unknown): UserError {
  const code = codeOf(error);
  return new UserError(
    `${given}: ${WHY_NOT[code] ?? `cannot be read (${code}); check that you may open it`}`,
  );
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
