import { html, type TemplateResult } from 'lit';

/** A table of numbers, each row with a name at its head. */
export interface NumberTable {
  /** What the names are of, then what the numbers are. */
  readonly columns: readonly [string, ...string[]];
  readonly rows: readonly { readonly name: string; readonly numbers: readonly string[] }[];
}

export function numberTable({ columns: [named, ...numbered], rows }: NumberTable): TemplateResult {
  return html`<table>
    <thead>
      <tr>
        <th scope="col">${named}</th>
        ${numbered.map((column) => html`<th scope="col" class="number">${column}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ({ name, numbers }) =>
          html`<tr>
            <th scope="row">${name}</th>
            ${numbers.map((number) => html`<td class="number">${number}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}
