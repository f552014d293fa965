import { queryClient, routeKey, useRoutePages, useSession } from '@peyvand/platform/web'
import { useState } from 'react'
import { getTimelineRoute, type PartyFile, type TimelinePage } from '../../contract/index.ts'
import { countNew, type TimelineFilter, timelineQuery } from './timeline-filter.ts'

/**
 * The stream of a file, page by page; the first page came with the file itself. What colleagues add while one
 * reads is counted and shown when asked for, so that nothing moves under the eyes; one's own shows at once.
 */
export function useTimeline(file: PartyFile, filter: TimelineFilter) {
  const session = useSession()
  const query = timelineQuery(filter)
  const call = { params: { id: file.party.id }, query }
  useState(() => seedFirstPage(file))
  const answer = useRoutePages(getTimelineRoute, call)
  const items = ((answer.data?.pages ?? []) as TimelinePage[]).flatMap((page) => page.items)

  const asked = JSON.stringify(call)
  const [seen, setSeen] = useState<{ asked: string; id: string | undefined }>({ asked, id: items[0]?.id })
  const isOther = seen.asked !== asked || seen.id === undefined
  const fresh = isOther ? 0 : countNew(items, seen.id)
  const hidden = items.slice(0, fresh).some(({ actor }) => actor.id === session.user.id) ? 0 : fresh
  const showNew = () => setSeen({ asked, id: items[0]?.id })
  if (isOther && items[0] && !answer.isPlaceholderData && (seen.asked !== asked || seen.id !== items[0].id)) {
    setSeen({ asked, id: items[0].id })
  }
  return { items: items.slice(hidden), newCount: hidden, showNew, answer }
}

/** Puts the page that came with the file where the paged reading looks for it. */
function seedFirstPage(file: PartyFile): void {
  const key = [...routeKey(getTimelineRoute, { params: { id: file.party.id }, query: {} }), 'pages']
  if (queryClient.getQueryData(key)) return
  queryClient.setQueryData(key, { pages: [file.timeline], pageParams: [''] })
}
