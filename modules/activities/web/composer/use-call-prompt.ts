import { calledParty } from '@peyvand/parties/web'
import { usePermission, useT } from '@peyvand/platform/web'
import { toast } from '@peyvand/ui'
import { useEffect } from 'react'
import { openComposer } from './composer-store.ts'

/** Shorter absences are a call not made: the dialler was closed again. */
const shortestCallMs = 5_000

/** Whoever has called from a file is asked, on coming back to the app, to log the call. */
export function useCallPrompt(): void {
  const t = useT()
  const mayCreate = usePermission('activities.create')
  useEffect(() => {
    if (!mayCreate) return
    let called: { id: string; name: string } | null = null
    let leftAt = 0
    const onPress = ({ target }: MouseEvent) => {
      called = calledParty(target) ?? called
    }
    const onVisibility = () => {
      if (document.visibilityState === 'hidden') {
        leftAt = Date.now()
        return
      }
      const party = called
      called = null
      if (!party || Date.now() - leftAt < shortestCallMs) return
      toast({
        title: t('activities.wasCall', { name: party.name }),
        action: {
          label: t('activities.new.call'),
          onPress: () => openComposer({ kind: 'call', parties: [party] }),
        },
        timeout: 60_000,
      })
    }
    document.addEventListener('click', onPress, true)
    document.addEventListener('visibilitychange', onVisibility)
    return () => {
      document.removeEventListener('click', onPress, true)
      document.removeEventListener('visibilitychange', onVisibility)
    }
  }, [mayCreate, t])
}
