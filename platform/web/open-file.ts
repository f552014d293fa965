/** Shows a PDF in a tab of its own. The browser's viewer refuses a sandboxed answer, so it gets the content itself. */
export function openFile(file: Blob): void {
  const address = URL.createObjectURL(file)
  window.open(address, '_blank', 'noopener')
  // The tab has read it long before.
  setTimeout(() => URL.revokeObjectURL(address), 10 * 60_000)
}
