import { svg, html, type SVGTemplateResult, type TemplateResult } from 'lit';

/** A drawing of 24 × 24 in the colour of the text around it; the button that carries it has the name. */
function icon(drawing: SVGTemplateResult): TemplateResult {
  return html`<svg
    width="24"
    height="24"
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="1.75"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${drawing}
  </svg>`;
}

export const closeIcon = icon(svg`<path d="M6 6l12 12M18 6L6 18" />`);
export const backIcon = icon(svg`<path d="M15 5l-7 7 7 7" />`);
export const sendIcon = icon(svg`<path d="M12 19V5M5.5 11.5L12 5l6.5 6.5" />`);
export const stopIcon = icon(svg`<rect x="7" y="7" width="10" height="10" rx="1.5" fill="currentColor" />`);
export const askIcon = icon(svg`<path d="M9 6l6 6-6 6" />`);
export const newIcon = icon(
  svg`<path d="M12.5 4.5H6a2 2 0 0 0-2 2v11.5a2 2 0 0 0 2 2h11.5a2 2 0 0 0 2-2v-6.5" /><path d="M18.4 3.6a1.7 1.7 0 0 1 2.4 2.4L13 13.8l-3.2.8.8-3.2z" />`,
);
export const copyIcon = icon(
  svg`<rect x="9" y="9" width="11" height="11" rx="2" /><path d="M15 5.5V6M5.5 15H5a1.5 1.5 0 0 1-1.5-1.5v-8A1.5 1.5 0 0 1 5 4h8a1.5 1.5 0 0 1 1.5 1.5" />`,
);
export const checkIcon = icon(svg`<path d="M5 12.5l4.5 4.5L19 7.5" />`);
export const aloudIcon = icon(
  svg`<path d="M4 9.5v5h3.5l4.5 4v-13l-4.5 4zM15.5 9a4 4 0 0 1 0 6M18 6.5a7.5 7.5 0 0 1 0 11" />`,
);
export const speakIcon = icon(
  svg`<rect x="9" y="3" width="6" height="11" rx="3" /><path d="M5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3" />`,
);
export const retryIcon = icon(svg`<path d="M19.5 12a7.5 7.5 0 1 1-2.3-5.4M19.5 4v4h-4" />`);
export const upIcon = icon(
  svg`<path d="M7.5 10.5l4-7c1.4 0 2.4 1 2.4 2.4V9.5h4.6a2 2 0 0 1 2 2.3l-1.1 6.5a2 2 0 0 1-2 1.7H7.5zM7.5 10.5v9.5H4.5a1 1 0 0 1-1-1v-7.5a1 1 0 0 1 1-1z" />`,
);
export const downIcon = icon(
  svg`<path d="M16.5 13.5l-4 7c-1.4 0-2.4-1-2.4-2.4V14.5H5.5a2 2 0 0 1-2-2.3l1.1-6.5a2 2 0 0 1 2-1.7h9.9zM16.5 13.5V4h3a1 1 0 0 1 1 1v7.5a1 1 0 0 1-1 1z" />`,
);

export const settingsIcon = icon(
  svg`<path d="M4 7h9M19 7h1M4 17h1M11 17h9" /><circle cx="16" cy="7" r="2.75" /><circle cx="8" cy="17" r="2.75" />`,
);
export const enlargeIcon = icon(svg`<path d="M14 4h6v6M20 4l-6.5 6.5M10 20H4v-6M4 20l6.5-6.5" />`);
export const plusIcon = icon(svg`<path d="M12 5v14M5 12h14" />`);
export const minusIcon = icon(svg`<path d="M5 12h14" />`);

/** The mark of a venue: an ammonite, Saturn, antlers; a leaf of paper where there is no venue. */
export function emblem(venue: string | undefined): TemplateResult {
  switch (venue) {
    case 'nature':
      return icon(
        svg`<path d="M22.5 8.7C21.1 7.2 21.5 6.1 18.1 4.2C14.8 2.4 16 2.8 12.5 3.1C9 3.5 10.1 3.2 7.6 5.3C5.1 7.3 5.8 6.5 5 9.4C4.2 12.3 4.3 11.3 5.2 13.9C6.1 16.5 5.7 15.7 7.7 17.2C9.7 18.8 9 18.4 11.3 18.5C13.6 18.6 12.9 18.7 14.7 17.5C16.5 16.4 16 16.9 16.8 15.1C17.6 13.2 17.4 13.9 17.1 12.1C16.8 10.3 17 10.8 15.8 9.7C14.6 8.5 15.1 8.8 13.5 8.5C12 8.2 12.5 8.2 11.2 8.8C9.9 9.4 10.3 9.1 9.6 10.2C8.9 11.4 9.1 10.9 9.1 12.2C9.2 13.4 9.1 13 9.7 13.9C10.4 14.8 10.1 14.5 11.1 14.9C12.1 15.2 11.8 15.1 12.7 14.9C13.6 14.6 13.3 14.8 13.9 14.1C14.4 13.4 14.3 13.7 14.4 12.9C14.5 12.1 14.5 12.3 14.1 11.7C13.8 11 13.9 11.2 13.3 10.9C12.7 10.6 12.9 10.6 12.3 10.7C11.6 10.8 11.9 10.8 11.4 11.1C11 11.5 11.1 11.4 11 11.9C10.8 12.4 11 12.4 11 12.7M22.5 8.7L16.9 10.8" /><path stroke-width="1.1" d="M17.1 4L14.6 6.5M11.4 3.5L10.9 6.8M6.9 6.2L8.2 9M5 10.7L7.4 12M5.9 15L8.4 14.7M8.9 17.8L10.6 16.2M12.6 18.2L13.1 16.1M15.7 16.6L14.9 14.8" />`,
      );
    case 'planetarium':
      return icon(
        svg`<circle cx="12" cy="12" r="5" /><path d="M16.3 9.4c2.6-.5 4.6-.4 5 .6.7 1.6-3 4.4-8.2 6.4s-9.7 2.2-10.4.6c-.4-1 .9-2.5 3.3-4" /><path d="M19 4v2.6M17.7 5.3h2.6M4.5 4.5h.01M20 19.5h.01" />`,
      );
    case 'milu':
      return icon(
        svg`<path d="M12 21.5c-1.9 0-3-1.7-3.2-4.2-.2-1.9.7-3.5 3.2-3.5s3.4 1.6 3.2 3.5c-.2 2.5-1.3 4.2-3.2 4.2z" /><path d="M10.3 14C9 12.5 7.5 11.7 7.3 9.3M7.3 9.3C7.1 7 7.8 4.6 8.2 2.5M7.3 9.3C5.8 8.5 4 7.2 3.3 4.3M5 7.5L2.5 8M13.7 14c1.3-1.5 2.8-2.3 3-4.7M16.7 9.3c.2-2.3-.5-4.7-.9-6.8M16.7 9.3c1.5-.8 3.3-2.1 4-5M19 7.5l2.5.5M8.8 16.2l-3-1.2M15.2 16.2l3-1.2" />`,
      );
    default:
      return icon(
        svg`<path d="M5 4.5h14a1.5 1.5 0 0 1 1.5 1.5v9.5A1.5 1.5 0 0 1 19 17h-6.5L8 20.5V17H5a1.5 1.5 0 0 1-1.5-1.5V6A1.5 1.5 0 0 1 5 4.5zM8 9h8M8 12.5h5" />`,
      );
  }
}
