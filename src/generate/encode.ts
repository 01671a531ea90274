/** Text to bytes in the encodings that exports come in. */

const utf8 = new TextEncoder();

export function encodeUtf8(text: string): Uint8Array {
  return utf8.encode(text);
}

/** Two bytes a character, the lower one first; the byte order mark is a character of the text. */
export function encodeUtf16LittleEndian(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    bytes[at * 2] = unit & 0xff;
    bytes[at * 2 + 1] = unit >> 8;
  }
  return bytes;
}

const EN_DASH = 0x2013;
const EN_DASH_IN_WINDOWS_1252 = 0x96;

/** Latin letters and the en dash: all that generated text needs of the code page. */
export function encodeWindows1252(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    bytes[at] = unit === EN_DASH ? EN_DASH_IN_WINDOWS_1252 : unit;
  }
  return bytes;
}
