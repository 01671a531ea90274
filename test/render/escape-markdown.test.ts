import { describe, expect, it } from 'vitest';
import { escapeMarkdown, escapeMarkdownLine } from '../../src/render/escape-markdown.ts';

describe('escapeMarkdown', () => {
  it.each([
    ['a|b', 'a\\|b'],
    ['`rm`', '\\`rm\\`'],
    ['<script>&', '&lt;script>&amp;'],
    ['*bold* ~gone~', '\\*bold\\* \\~gone\\~'],
    ['[a](b)', '\\[a\\](b)'],
    ['[c]', '[c]'],
    ['[k]', '[k]'],
    ['[c](x)', '\\[c\\](x)'],
    ['a\\|b', 'a\\\\\\|b'],
    ['case_load_2026.csv', 'case_load_2026.csv'],
    ['_loud_', '\\_loud\\_'],
    ['é_é', 'é\\_é'],
    ['https://x.org www.x.org a@x.org', 'https\\://x.org www\\.x.org a\\@x.org'],
  ])('writes %j as %j', (text, expected) => {
    expect(escapeMarkdown(text)).toBe(expected);
  });
});

describe('escapeMarkdownLine', () => {
  it.each([
    ['# x', '\\# x'],
    ['> x', '\\> x'],
    ['- x', '\\- x'],
    ['1. x', '&#49;. x'],
    ['12) x', '&#49;2) x'],
    ['268 children', '268 children'],
  ])('writes %j as %j', (text, expected) => {
    expect(escapeMarkdownLine(text)).toBe(expected);
  });
});
