import { type Html, html } from './markup.ts';

/** A picture that is known to be one. */
export interface Logo {
  readonly type: 'image/png' | 'image/svg+xml';
  readonly bytes: Uint8Array;
}

/** The picture inside the page; a browser shows it as such alone, whatever an SVG may hold. */
export function logoImage({ type, bytes }: Logo, service: string | undefined): Html {
  const words = service === undefined ? 'Logo of the service' : `Logo of ${service}`;
  return html`<img class="logo" alt="${words}" src="data:${type};base64,${base64(bytes)}">\n`;
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
