// Where things are.
import { fileURLToPath } from 'node:url';

export const fromBench = (path) => fileURLToPath(new URL(path, import.meta.url));

export const TOOL = fromBench('../bin/yos-caseload.js');
