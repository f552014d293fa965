import { listPartyGroupsRoute } from '@peyvand/parties/contract'
import { useRoute } from '@peyvand/platform/web'
import { type Option, useUi } from '@peyvand/ui'

/** Groups of parties by key. */
export function usePartyGroupOptions(): Option[] {
  const { locale } = useUi()
  const { data } = useRoute(listPartyGroupsRoute, { query: {} }, { staleTime: 5 * 60_000 })
  return (data?.items ?? [])
    .filter(({ archivedAt }) => archivedAt === null)
    .map(({ key, nameFa, nameEn }) => ({ id: key, label: locale === 'fa' ? nameFa : nameEn }))
}
