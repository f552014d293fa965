import {
  isReachable,
  type OfflinePart,
  queryClient,
  setOfflineDrafts,
  startSending,
  useT,
  type Waiting,
  whenReachable,
} from '@peyvand/platform/web'
import { toast } from '@peyvand/ui'
import { useEffect } from 'react'
import { whoIsSignedIn } from './load-offline.ts'

const prepareAfterMs = 20_000
const prepareEveryMs = 15 * 60_000

/** Sends what waits, and on devices that are carried about reads ahead what is needed on the way. */
export function OfflineWork({ parts }: { parts: readonly OfflinePart[] }) {
  const t = useT()
  useEffect(() => {
    setOfflineDrafts(parts.flatMap(({ drafts = [] }) => drafts))
    const onSent = ({ title }: Waiting) => void toast({ kind: 'ok', title: t('offline.sent', { title }) })
    return startSending({ whoIsSignedIn, onSent })
  }, [parts, t])

  // Copies of this device look fresh until they are read again.
  useEffect(() => whenReachable(() => void queryClient.invalidateQueries()), [])

  useEffect(() => {
    if (!isCarried()) return
    const prepare = () => {
      if (!isReachable() || document.visibilityState !== 'visible') return
      // What could not be read ahead is read when it is opened.
      for (const part of parts) void part.prepare?.().catch(() => undefined)
    }
    const first = setTimeout(prepare, prepareAfterMs)
    const timer = setInterval(prepare, prepareEveryMs)
    return () => {
      clearTimeout(first)
      clearInterval(timer)
    }
  }, [parts])
  return null
}

/** A phone, a tablet or the installed app, unless its owner asks to save data. */
const isCarried = (): boolean => {
  const { connection } = navigator as { connection?: { saveData?: boolean } }
  return connection?.saveData !== true && matchMedia('(pointer: coarse), (display-mode: standalone)').matches
}
