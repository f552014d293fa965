import { listTagsRoute, listValueListsRoute } from '@peyvand/customization/contract'
import { listColleaguesRoute, listTeamsRoute } from '@peyvand/identity/contract'
import { useRoute } from '@peyvand/platform/web'
import { type Option, useUi } from '@peyvand/ui'
import { listPartyGroupsRoute, type PartyGroup } from '../../contract/index.ts'

/** Lists that change rarely are asked for again after this long. */
const rarely = { staleTime: 5 * 60_000 }

/** The values of one list in the reader's language; archived ones only while they are chosen. */
export function useValues(list: string, chosen?: string | null): Option[] {
  const { locale } = useUi()
  const { data } = useRoute(listValueListsRoute, {}, rarely)
  const values = data?.items.find(({ key }) => key === list)?.values ?? []
  return values
    .filter(({ id, archivedAt }) => archivedAt === null || id === chosen)
    .map(({ id, labelFa, labelEn }) => ({ id, label: locale === 'fa' ? labelFa : labelEn }))
}

/** Active colleagues; the chosen one too when no longer active. */
export function useColleagues(): Option[] {
  const { data } = useRoute(listColleaguesRoute, { query: {} }, rarely)
  return (data?.items ?? []).map(({ id, name, jobTitle }) => ({
    id,
    label: name,
    ...(jobTitle && { description: jobTitle }),
  }))
}

export function useTeams(): Option[] {
  const { data } = useRoute(listTeamsRoute, {}, rarely)
  return (data?.items ?? []).map(({ id, name }) => ({ id, label: name }))
}

export function useTags(): Option[] {
  const { data } = useRoute(listTagsRoute, { query: {} }, rarely)
  return (data?.items ?? []).map(({ id, name }) => ({ id, label: name }))
}

/** Groups in the order of the menu, archived ones left out. */
export function usePartyGroups(): PartyGroup[] {
  const { data } = useRoute(listPartyGroupsRoute, { query: { counts: 'true' } }, rarely)
  return (data?.items ?? []).filter(({ archivedAt }) => archivedAt === null)
}

/** The name of a group or state in the reader's language. */
export function useGroupNames() {
  const { locale } = useUi()
  return {
    groupName: (group: { nameFa: string; nameEn: string }) => (locale === 'fa' ? group.nameFa : group.nameEn),
    stateName: (state: { labelFa: string; labelEn: string }) =>
      locale === 'fa' ? state.labelFa : state.labelEn,
  }
}
