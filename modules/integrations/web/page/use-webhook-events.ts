import { useRoute, useT } from '@peyvand/platform/web'
import { useUi } from '@peyvand/ui'
import { useCallback, useMemo } from 'react'
import { listWebhookEventsRoute, type PublishedEvent, testEvent } from '../../contract/index.ts'

export interface EventGroup {
  key: string
  label: string
  events: readonly PublishedEvent[]
}

/** The events on offer, by the module they are of. */
export function useEventGroups(): EventGroup[] | undefined {
  const t = useT()
  const { data } = useEvents()
  return useMemo(() => {
    if (!data) return undefined
    const groups = new Map<string, PublishedEvent[]>()
    for (const event of data.items) {
      const key = event.name.slice(0, event.name.indexOf('.'))
      groups.set(key, [...(groups.get(key) ?? []), event])
    }
    const inOrder = [...groups].toSorted(([a], [b]) => rankOf(a) - rankOf(b))
    return inOrder.map(([key, events]) => {
      const label = t(`webhooks.group.${key}`)
      return { key, label: label === `webhooks.group.${key}` ? key : label, events }
    })
  }, [data, t])
}

/** What an event is called; the name itself where the program offers it no more. */
export function useEventLabel(): (name: string) => string {
  const t = useT()
  const { locale } = useUi()
  const { data } = useEvents()
  return useCallback(
    (name) =>
      name === testEvent
        ? t('webhooks.event.test')
        : (data?.items.find((event) => event.name === name)?.label[locale] ?? name),
    [data, locale, t],
  )
}

const useEvents = () => useRoute(listWebhookEventsRoute, {}, { staleTime: Number.POSITIVE_INFINITY })

const dailyWork = ['parties', 'activities', 'referrals', 'letters']
const rankOf = (group: string) => (dailyWork.includes(group) ? dailyWork.indexOf(group) : dailyWork.length)
