import { useT } from '@peyvand/platform/web'
import { useMemo } from 'react'

/** Actions and record types of the log in words; those that have none show their key. */
export function useAuditWords() {
  const t = useT()
  return useMemo(() => {
    const word = (prefix: string) => (key: string) => {
      const text = t(`${prefix}.${key}`)
      return text === `${prefix}.${key}` ? key : text
    }
    return { action: word('identity.ui.audit.action'), record: word('identity.ui.audit.record') }
  }, [t])
}
