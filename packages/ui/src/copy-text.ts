/**
 * Puts a text on the clipboard and answers whether it is there. Over plain http there is no `navigator.clipboard`;
 * the older way copies what is selected, which must lie inside the open dialog: that one keeps the focus to itself.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await (navigator.clipboard as Clipboard | undefined)?.writeText(text)
    if (navigator.clipboard as Clipboard | undefined) return true
  } catch {
    // Refused by the browser or the page has no focus: the older way may still work.
  }
  return copySelected(text)
}

function copySelected(text: string): boolean {
  const before = document.activeElement
  const area = document.createElement('textarea')
  area.value = text
  area.readOnly = true
  area.style.cssText = 'position:fixed;opacity:0;inset-block-start:0;inset-inline-start:0'
  const place = before?.closest('[role=dialog],[role=alertdialog]') ?? document.body
  place.append(area)
  area.select()
  try {
    return document.execCommand('copy')
  } finally {
    area.remove()
    if (before instanceof HTMLElement) before.focus()
  }
}
