/** Gives a file made in the page to the browser to save. */
export function saveBlob(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser takes hold of the content a moment later.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
