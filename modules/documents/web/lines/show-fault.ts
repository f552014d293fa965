/** Marks what is to be mended, for `showNextFault`. */
export const faultMark = { 'data-fault': '' } as const

/** Moves the focus to the next thing to mend within a part of the page, after the last to the first. Answers whether there is one. */
export function showNextFault(within: ParentNode): boolean {
  const faults = [...within.querySelectorAll<HTMLElement>('[data-fault]')]
  const next = faults[(faults.findIndex((one) => one.contains(document.activeElement)) + 1) % faults.length]
  next?.focus({ preventScroll: true })
  next?.scrollIntoView({ block: 'center', inline: 'nearest' })
  return next !== undefined
}
