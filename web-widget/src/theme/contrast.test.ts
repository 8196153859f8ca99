import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const tokensCss = readFileSync('src/theme/tokens.css', 'utf8').replaceAll(/\/\*.*?\*\//gs, '');

type Tokens = Readonly<Record<string, string>>;

const VENUES = ['', 'nature', 'planetarium', 'milu'];
const SCHEMES = ['light', 'dark'];

/** What is written on what, somewhere in the widget or at the kiosk. */
const TEXTS: readonly (readonly [text: string, grounds: readonly string[]])[] = [
  ['ink', ['ground', 'surface', 'accent-soft', 'mark']],
  ['ink-soft', ['ground', 'surface', 'accent-soft']],
  ['accent', ['ground', 'surface', 'accent-soft']],
  ['on-accent', ['accent']],
  ['danger', ['ground', 'surface', 'accent-soft', 'danger-soft']],
  ['#ffffff', ['night', 'night-soft']],
  ['#dbdbdb', ['night']], // the tagline: white at 0.86
  ['#1c1408', ['detail']],
];

/** Drawings without words, and edges of what is filled in. */
const DRAWINGS: typeof TEXTS = [
  ['detail', ['night', 'night-soft']],
  ['line-strong', ['ground', 'surface']],
];

describe.each(
  VENUES.flatMap((venue) =>
    SCHEMES.flatMap((scheme) => [false, true].map((strong) => ({ venue, scheme, strong }))),
  ),
)('the colours of %o', (look) => {
  const tokens = tokensOf(look);

  it('are read on each other at 7:1', () => {
    expect(tooFaint(TEXTS, tokens, 7)).toEqual([]);
  });

  it('are seen on each other at 3:1', () => {
    expect(tooFaint(DRAWINGS, tokens, 3)).toEqual([]);
  });
});

function tooFaint(pairs: typeof TEXTS, tokens: Tokens, least: number): string[] {
  const colour = (name: string): string =>
    name.startsWith('#') ? name : (tokens[`--kepu-color-${name}`] ?? '');
  return pairs.flatMap(([text, grounds]) =>
    grounds
      .map((ground) => [ground, contrast(colour(text), colour(ground))] as const)
      .filter(([, ratio]) => !(ratio >= least))
      .map(([ground, ratio]) => `${text} on ${ground}: ${ratio.toFixed(2)}`),
  );
}

/** What the cascade leaves: of the rules that match, the more attributes a selector names, the later. */
function tokensOf({ venue, scheme, strong }: { venue: string; scheme: string; strong: boolean }): Tokens {
  const attributes: Readonly<Record<string, string | undefined>> = {
    venue,
    scheme,
    strong: strong ? '' : undefined,
  };
  const rules = Array.from(tokensCss.matchAll(/([^{}]+)\{([^}]*)\}/g), ([, selector = '', body = '']) => ({
    host: (/(?:^|\s):host(?:\(((?:\[[^\]]*\]|:not\([^)]*\))*)\))?/.exec(selector)?.[1] ?? '').trim(),
    body,
  }));
  return Object.assign(
    {},
    ...rules
      .filter(({ host }) => matches(host, attributes))
      .sort((one, other) => weight(one.host) - weight(other.host))
      .map(({ body }) =>
        Object.fromEntries(
          Array.from(body.matchAll(/(--kepu-color-[\w-]+):\s*([^;]+);/g), ([, name = '', value]) => [
            name,
            value,
          ]),
        ),
      ),
  ) as Tokens;
}

const weight = (host: string): number => host.split('[').length;

function matches(host: string, attributes: Readonly<Record<string, string | undefined>>): boolean {
  return Array.from(host.matchAll(/(:not\()?\[(\w+)(?:(\^)?='([^']*)')?\]/g)).every(
    ([, not, name = '', , wanted]) => {
      const value = attributes[name];
      const met = value !== undefined && (wanted === undefined || value === wanted);
      return met !== (not !== undefined);
    },
  );
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** The relative luminance of WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
