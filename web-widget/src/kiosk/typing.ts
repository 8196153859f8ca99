/** What the keyboard wants of the text field. */
export type Edit =
  | { readonly kind: 'insert'; readonly text: string }
  | { readonly kind: 'delete' }
  | { readonly kind: 'send' }
  | { readonly kind: 'hide' };

/** A key was pressed that does something to the text. */
export class EditEvent extends Event {
  static readonly type = 'kepu-internal-edit';
  constructor(readonly edit: Edit) {
    super(EditEvent.type, { bubbles: true, composed: true });
  }
}

/** The element that has the focus, looked for inside shadow roots too. */
export function focused(root: DocumentOrShadowRoot = document): Element | null {
  const active = root.activeElement;
  return active?.shadowRoot?.activeElement ? focused(active.shadowRoot) : active;
}

/** Edits a text field where its cursor stands, as a key press would: its `input` event tells everybody. */
export function edit(field: HTMLTextAreaElement, what: Edit & { kind: 'insert' | 'delete' }): void {
  const { selectionStart: start, selectionEnd: end, value } = field;
  if (what.kind === 'insert') {
    field.setRangeText(what.text, start, end, 'end');
  } else {
    const from = start === end ? start - lengthBefore(value, start) : start;
    field.setRangeText('', from, end, 'end');
  }
  field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
}

/** How many code units the character before a place has: one beyond the basic plane has two. */
function lengthBefore(value: string, place: number): number {
  return Array.from(value.slice(0, place)).at(-1)?.length ?? 0;
}
