/** What decides whether two sides say the same; see `fingerprintOf`. */
export interface Known {
  href: string
  etag: string
  itemKey: string
  fingerprint: string
}

export interface RemoteEvent {
  href: string
  etag: string
  uid: string
  fingerprint: string
  /** ISO; null where the other program does not say. */
  changedAt: string | null
  /** First day or instant, to tell what lies before the window. */
  start: string
  /** Made elsewhere with a rule of its own: it stays there. */
  recurs: boolean
}

export interface LocalItem {
  key: string
  uid: string
  fingerprint: string
  changedAt: string | null
  /** Whether the user may move and change it. */
  canChange: boolean
}

export type SyncStep =
  | { do: 'take'; href: string }
  | { do: 'change'; href: string; itemKey: string }
  | { do: 'drop'; href: string; itemKey: string }
  | { do: 'put'; href: string | null; etag: string | null; itemKey: string }
  | { do: 'delete'; href: string; etag: string }
  | { do: 'note'; href: string; etag: string; itemKey: string; fingerprint: string }
  | { do: 'forget'; href: string }

interface Sides {
  known: readonly Known[]
  remote: readonly RemoteEvent[]
  local: readonly LocalItem[]
  /** What lies before is left alone on both sides. */
  from: string
}

/**
 * What is to be done so that both calendars say the same. A side that changed since they last agreed wins; where both
 * did, the later one, and ours where nobody knows. Deleted is a change too, but never against a newer one of the other.
 */
export function planSync({ known, remote, local, from }: Sides): SyncStep[] {
  const steps: SyncStep[] = []
  const localByKey = new Map(local.map((item) => [item.key, item]))
  const localByUid = new Map(local.map((item) => [item.uid, item]))
  const remoteByHref = new Map(remote.map((event) => [event.href, event]))
  const settled = new Set<string>()

  for (const one of known) {
    settled.add(one.itemKey)
    steps.push(...knownSteps(one, remoteByHref.get(one.href), localByKey.get(one.itemKey), from))
  }
  const knownHrefs = new Set(known.map(({ href }) => href))
  for (const event of remote) {
    if (knownHrefs.has(event.href)) continue
    const own = localByUid.get(event.uid)
    if (own && !settled.has(own.key)) {
      // Written by an earlier run that ended before it could note it.
      settled.add(own.key)
      const { href, etag, fingerprint } = event
      steps.push({ do: 'note', href, etag, itemKey: own.key, fingerprint })
    } else if (!own && !event.recurs && event.start >= from) steps.push({ do: 'take', href: event.href })
  }
  for (const { key } of local)
    if (!settled.has(key)) steps.push({ do: 'put', href: null, etag: null, itemKey: key })
  return steps
}

function knownSteps(
  one: Known,
  event: RemoteEvent | undefined,
  item: LocalItem | undefined,
  from: string,
): SyncStep[] {
  const { href, itemKey } = one
  if (!event && !item) return [{ do: 'forget', href }]
  if (!event && item) {
    const isChanged = item.fingerprint !== one.fingerprint
    return isChanged || !item.canChange
      ? [
          { do: 'forget', href },
          { do: 'put', href: null, etag: null, itemKey },
        ]
      : [{ do: 'drop', href, itemKey }]
  }
  const there = event as RemoteEvent
  const { etag } = there
  if (!item) return there.start < from ? [{ do: 'forget', href }] : [{ do: 'delete', href, etag }]
  if (there.fingerprint === item.fingerprint)
    return etag === one.etag && one.fingerprint === item.fingerprint
      ? []
      : [{ do: 'note', href, etag, itemKey, fingerprint: item.fingerprint }]
  const changedThere = there.fingerprint !== one.fingerprint
  const changedHere = item.fingerprint !== one.fingerprint
  const theirsWins =
    changedThere && item.canChange && (!changedHere || isLater(there.changedAt, item.changedAt))
  return theirsWins ? [{ do: 'change', href, itemKey }] : [{ do: 'put', href, etag, itemKey }]
}

const isLater = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && Date.parse(one) > Date.parse(other)
