/** Puts a text where the caret of an area stands, or around what is selected. */
export function insertAtCaret(
  area: HTMLTextAreaElement | null,
  text: string,
  { before, after }: { before: string; after: string },
): { text: string; caret: number } {
  const start = area?.selectionStart ?? text.length
  const end = area?.selectionEnd ?? text.length
  const selected = text.slice(start, end)
  return {
    text: `${text.slice(0, start)}${before}${selected}${after}${text.slice(end)}`,
    caret: start + before.length + selected.length + (selected === '' && before ? 0 : after.length),
  }
}

/** Brings the caret back after the text of an area was changed from outside. */
export function focusAt(area: HTMLTextAreaElement | null, caret: number): void {
  requestAnimationFrame(() => {
    area?.focus()
    area?.setSelectionRange(caret, caret)
  })
}
