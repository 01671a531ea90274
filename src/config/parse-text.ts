/** The text of a config, YAML or JSON, to plain data that knows where each part of it stands. Sole user of yaml. */
import {
  type Alias,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Node,
  Parser,
  parseDocument,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { type Mistake, placeOf } from './mistakes.ts';
import { syntaxWords } from './syntax-words.ts';
import { shown } from './words.ts';

export type Path = readonly PropertyKey[];

export interface Parsed {
  /** Texts, numbers, booleans, null, lists and plain objects. */
  readonly data: unknown;
  readonly mistakes: readonly Mistake[];
  /** Whether the structure was understood, so that the data is what was meant. */
  readonly isWhole: boolean;
  /** Where a value stands, or the key before it; of what is not there, where the part around it begins. */
  locate(path: Path, part: 'key' | 'value'): { line: number; column: number };
}

/** More than any service needs; aliases within aliases could stand for billions. */
const MOST_VALUES = 20_000;
const DEEPEST = 20;

interface Place {
  readonly key: number;
  readonly value: number;
}

/** What one walk over the document gathers. */
interface Walk {
  /** The values that have a name (&name) so far. */
  readonly named: Map<string, Node>;
  readonly places: Map<string, Place>;
  readonly mistakes: { offset: number; message: string }[];
  values: number;
}

/** Reads YAML 1.2, of which JSON is a part: a date is text, `yes` is text, `2025` is a number. */
export function parseText(text: string): Parsed {
  const deep = tooDeepAt(text);
  return deep === null ? parseShallow(text) : unread([{ ...placeOf(text, deep), message: TOO_DEEP }]);
}
const TOO_DEEP = 'too many brackets or lists within one another; write less';

/**
 * Where a text goes deeper than a config ever does, or null. Known before the document is made, which goes down a
 * level of the stack for each of its own, and would end the whole process.
 */
function tooDeepAt(text: string): number | null {
  const parser = new Parser();
  for (const piece of new Lexer().lex(text)) {
    const { offset } = parser;
    for (const _done of parser.next(piece));
    if (parser.stack.length > DEEPEST) return offset;
  }
  return null;
}

/** A text whose structure is not understood. */
function unread(mistakes: readonly Mistake[]): Parsed {
  return { data: null, mistakes, isWhole: false, locate: () => ({ line: 1, column: 1 }) };
}

function parseShallow(text: string): Parsed {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, {
    lineCounter,
    version: '1.2',
    schema: 'core',
    resolveKnownTags: false,
    prettyErrors: false,
    // The walk below finds them, in one go.
    uniqueKeys: false,
  });
  const at = (offset: number) => {
    const { line, col } = lineCounter.linePos(offset);
    return { line, column: col };
  };
  const faults = [...document.errors, ...document.warnings].map(({ code, message, pos }) => ({
    ...at(pos[0]),
    message: syntaxWords(code, message),
  }));
  if (document.errors.length > 0) return unread(faults);
  const walk: Walk = { named: new Map(), places: new Map(), mistakes: [], values: 0 };
  const data = plain(document.contents, [], walk);
  return {
    data,
    mistakes: [...faults, ...walk.mistakes.map(({ offset, message }) => ({ ...at(offset), message }))],
    isWhole: walk.values <= MOST_VALUES,
    locate: (path, part) => at(offsetOf(walk.places, path, part)),
  };
}

/** A node as plain data. Offsets are kept by path. */
function plain(node: Node | null, path: Path, walk: Walk): unknown {
  const offset = node?.range?.[0] ?? 0;
  walk.values++;
  if (walk.values > MOST_VALUES || path.length > DEEPEST) {
    walk.values = MOST_VALUES + 1;
    const isFirst = walk.mistakes.every(({ message }) => message !== TOO_MUCH);
    if (isFirst) walk.mistakes.push({ offset, message: TOO_MUCH });
    return null;
  }
  if (node !== null && !isAlias(node) && node.anchor !== undefined) walk.named.set(node.anchor, node);
  if (isAlias(node)) return ofAlias(node, path, walk);
  if (isMap(node)) return ofMap(node, path, walk);
  if (isSeq(node)) return ofList(node, path, walk);
  return isScalar(node) ? node.value : null;
}
const TOO_MUCH = `holds more than ${MOST_VALUES} values or lists too deep, counting what * repeats; write less`;

function ofAlias(node: Alias, path: Path, walk: Walk): unknown {
  const target = walk.named.get(node.source);
  if (target !== undefined) return plain(target, path, walk);
  walk.mistakes.push({
    offset: node.range?.[0] ?? 0,
    message: `*${shown(node.source)} repeats something that is named nowhere before; put text that begins with * in quotes`,
  });
  return null;
}

function ofMap(map: YAMLMap, path: Path, walk: Walk): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  for (const { key, value } of map.items) {
    const name = keyText(key);
    const keyOffset = offsetOfNode(key) ?? map.range?.[0] ?? 0;
    const fault = keyFault(name, data);
    if (fault !== null) walk.mistakes.push({ offset: keyOffset, message: fault });
    if (name === null || fault !== null) continue;
    const own = [...path, name];
    // Nothing after a colon stands nowhere: the key is what can be pointed at.
    const isEmpty = !isNode(value) || (isScalar(value) && value.value === null);
    walk.places.set(pathKey(own), {
      key: keyOffset,
      value: isEmpty ? keyOffset : (offsetOfNode(value) ?? keyOffset),
    });
    data[name] = plain(isNode(value) ? value : null, own, walk);
  }
  return data;
}

function keyFault(name: string | null, data: Readonly<Record<string, unknown>>): string | null {
  if (name === null) return 'a key is text before a colon, not a list; put it in quotes';
  if (name === '__proto__') return 'the name __proto__ cannot be used; leave it out';
  return Object.hasOwn(data, name) ? `${shown(name)} is here a second time; keep one of them` : null;
}

function ofList(list: YAMLSeq, path: Path, walk: Walk): unknown[] {
  return list.items.map((item, index) => {
    const own = [...path, index];
    const offset = offsetOfNode(item) ?? list.range?.[0] ?? 0;
    walk.places.set(pathKey(own), { key: offset, value: offset });
    return plain(isNode(item) ? item : null, own, walk);
  });
}

function isNode(value: unknown): value is Node {
  return isAlias(value) || isMap(value) || isSeq(value) || isScalar(value);
}

function offsetOfNode(value: unknown): number | null {
  return isNode(value) ? (value.range?.[0] ?? null) : null;
}

/** A key as it is written: `01` is a label like any other, not the number 1. */
function keyText(key: unknown): string | null {
  if (!isScalar(key)) return null;
  return typeof key.value === 'string' ? key.value : (key.source ?? '');
}

function pathKey(path: Path): string {
  return JSON.stringify(path.map(String));
}

function offsetOf(places: ReadonlyMap<string, Place>, path: Path, part: 'key' | 'value'): number {
  const place = places.get(pathKey(path));
  if (place !== undefined) return place[part];
  return path.length === 0 ? 0 : offsetOf(places, path.slice(0, -1), 'value');
}
