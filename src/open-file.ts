/** Hands a file to the viewer the system has for it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { platform } from 'node:os';
import { resolve } from 'node:path';

/** Long enough for a viewer that cannot be started to say so. */
const WAIT_MILLISECONDS = 1000;

const VIEWERS: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  darwin: 'open',
  win32: 'explorer.exe',
};
const VIEWER_ELSEWHERE = 'xdg-open';

/**
 * Opens a file in the system's viewer for it, which goes on by itself.
 * @param system as os.platform() names it
 * @returns null, or in one line why it is not open and where it is
 */
export async function openFile(
  file: string,
  env: Readonly<Record<string, string | undefined>>,
  system: NodeJS.Platform = platform(),
): Promise<string | null> {
  const path = resolve(file);
  const viewer = VIEWERS[system] ?? VIEWER_ELSEWHERE;
  const isWindows = system === 'win32';
  // An argument of its own and no shell: whatever the name holds is a name. It begins with a / and is no option. The
  // Explorer takes commas outside of quotes for its own, and no name there can hold a quote.
  const child = spawn(viewer, [isWindows ? `"${path}"` : path], {
    env,
    detached: true,
    stdio: 'ignore',
    windowsVerbatimArguments: isWindows,
  });
  child.unref();
  const fault = await faultOf(child, !isWindows);
  return fault === null ? null : `${viewer} ${fault}; open it yourself: ${path}`;
}

/** What a viewer says soon: that it is not there or could not; null when it is content, or says nothing yet. */
function faultOf(child: ChildProcess, saysByExitCode: boolean): Promise<string | null> {
  return new Promise((done) => {
    const timer = setTimeout(done, WAIT_MILLISECONDS, null);
    const say = (fault: string | null) => {
      clearTimeout(timer);
      done(fault);
    };
    child.once('error', ({ message }) => say(`could not be started (${codeIn(message)})`));
    child.once('exit', (code) => say(saysByExitCode && code !== 0 ? 'could not open the file' : null));
  });
}

/** `spawn xdg-open ENOENT` */
function codeIn(message: string): string {
  return /\b(E[A-Z]+)$/.exec(message)?.[1] ?? 'unknown';
}
