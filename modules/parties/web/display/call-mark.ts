/** Whom a `tel:` link inside the element calls, for what wants to know of calls (`calledParty`). */
export const callMark = ({ id, name }: { id: string; name: string }) => ({
  'data-call-party': id,
  'data-call-name': name,
})

/** The party whom a pressed link calls; null for any other link, or where the place does not say. */
export function calledParty(target: EventTarget | null): { id: string; name: string } | null {
  if (!(target instanceof Element) || !target.closest('a[href^="tel:"]')) return null
  const { callParty: id, callName: name } = target.closest<HTMLElement>('[data-call-party]')?.dataset ?? {}
  return id && name ? { id, name } : null
}
