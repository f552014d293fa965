import { useRoute } from '@peyvand/platform/web'
import { worklistCountsRoute } from '../contract/index.ts'

/** How many referred to me were not opened yet; nothing for none. */
export function useUnreadCount(): number | undefined {
  const { data } = useRoute(worklistCountsRoute, {})
  return data?.['referred-to-me'].unread || undefined
}
