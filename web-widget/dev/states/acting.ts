/** What a path of selectors leads to, each within the shadow root of the one before, once it is there. */
export async function find(root: ParentNode, ...path: readonly string[]): Promise<HTMLElement> {
  for (;;) {
    const found = path.reduce<ParentNode | null>(
      (at, selector) => (at instanceof Element ? (at.shadowRoot ?? at) : at)?.querySelector(selector) ?? null,
      root,
    );
    if (found instanceof HTMLElement) return found;
    await new Promise(requestAnimationFrame);
  }
}

/** Presses what a path leads to. */
export async function press(root: ParentNode, ...path: readonly string[]): Promise<void> {
  (await find(root, ...path)).click();
}

/** Types a text into the field that a path leads to. */
export async function type(root: ParentNode, text: string, ...path: readonly string[]): Promise<void> {
  const field = (await find(root, ...path)) as HTMLInputElement | HTMLTextAreaElement;
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
}
