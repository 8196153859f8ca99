const LISTS: Record<string, Intl.ListFormat> = {};
const RULES = new Intl.PluralRules('en');

/** An enumeration as the language writes it: “A、B” or “A, B”. */
export function enumerated(parts: readonly string[], locale: string): string {
  const format = (LISTS[locale] ??= new Intl.ListFormat(locale, { type: 'conjunction', style: 'narrow' }));
  return format.format(parts);
}

/** A number with its English noun: “1 item”, “2 items”. */
export function counted(count: number, one: string, other = `${one}s`): string {
  return `${count} ${RULES.select(count) === 'one' ? one : other}`;
}

/** A heading and what is said under it: “A：B” or “A: B”. */
export function said(heading: string, what: string, locale: string): string {
  return chinese(locale) ? `${heading}：${what}` : `${heading}: ${what}`;
}

/** A text with a note in brackets: “A（B）” or “A (B)”. */
export function noted(text: string, note: string, locale: string): string {
  return chinese(locale) ? `${text}（${note}）` : `${text} (${note})`;
}

function chinese(locale: string): boolean {
  return locale.startsWith('zh');
}
