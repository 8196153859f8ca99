import { fields, optionalText } from '../client/decode';

/** A place in a text, in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A section that a terminal may quote. */
export interface PackedSection {
  readonly documentId: string;
  readonly documentVersion: string;
  readonly title: string;
  readonly heading: string;
  readonly wordings: readonly string[];
  readonly text: string;
  readonly sentences: readonly Span[];
  readonly source: string | undefined;
  readonly licence: string | undefined;
  readonly reviewedOn: string | undefined;
  readonly validTo: string | undefined;
}

/** What a terminal answers from while it has no network. */
export interface Pack {
  /** The day it was made. */
  readonly madeOn: string;
  readonly sections: readonly PackedSection[];
}

/** The response of `GET /api/v1/kiosk/pack`. What is malformed is left out: better fewer answers than none. */
export function decodePack(data: unknown): Pack {
  const it = fields(data);
  const sections = list(it?.articles).flatMap((article) => {
    const document = fields(article);
    return list(document?.sections).flatMap((one) => {
      const section = fields(one);
      const text = optionalText(section?.text);
      const heading = optionalText(section?.heading);
      const documentId = optionalText(document?.id);
      const documentVersion = optionalText(document?.version);
      const title = optionalText(document?.title);
      if (!text || !heading || !documentId || !documentVersion || !title) return [];
      return [
        {
          documentId,
          documentVersion,
          title,
          heading,
          wordings: list(section?.wordings).filter((wording) => typeof wording === 'string'),
          text,
          sentences: list(section?.sentences).flatMap((span) => {
            const { start, end } = fields(span) ?? {};
            return typeof start === 'number' && typeof end === 'number' ? [{ start, end }] : [];
          }),
          source: optionalText(document?.source),
          licence: optionalText(document?.licence),
          reviewedOn: optionalText(document?.reviewedOn),
          validTo: optionalText(document?.validTo),
        },
      ];
    });
  });
  return { madeOn: optionalText(it?.madeOn) ?? '', sections };
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
