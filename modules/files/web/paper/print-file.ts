/** Opens the browser's print window for a PDF, from a frame that nobody sees. */
export async function printFile(file: Blob): Promise<void> {
  const address = URL.createObjectURL(file)
  const frame = document.createElement('iframe')
  frame.style.display = 'none'
  frame.src = address
  document.body.append(frame)
  await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }))
  frame.contentWindow?.focus()
  frame.contentWindow?.print()
  // The window reads the frame until it is closed; nothing tells when that is.
  setTimeout(() => {
    frame.remove()
    URL.revokeObjectURL(address)
  }, 10 * 60_000)
}
