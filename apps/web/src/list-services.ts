import { listTagsRoute, listValueListsRoute } from '@peyvand/customization/contract'
import { useSavedViews } from '@peyvand/customization/web'
import { listColleaguesRoute, listTeamsRoute } from '@peyvand/identity/contract'
import { listPartyNamesRoute } from '@peyvand/parties/contract'
import { type FieldType, searchRoute } from '@peyvand/platform/contract'
import { callApi, type ListServices, useRoute } from '@peyvand/platform/web'
import { useUi } from '@peyvand/ui'
import type { FilterOption } from '@peyvand/ui/data'
import { useMemo } from 'react'

const rarely = { staleTime: 5 * 60_000 }
const mostNames = 100

/** What list pages need of modules: saved views, and the choices of fields that hold people, tags or parties. */
export const listServices: ListServices = { useViews: useSavedViews, useFieldOptions }

function useFieldOptions(partyIds: readonly string[]) {
  const { locale } = useUi()
  const { data: colleagues } = useRoute(listColleaguesRoute, { query: { all: 'true' } }, rarely)
  const { data: teams } = useRoute(listTeamsRoute, {}, rarely)
  const { data: tags } = useRoute(listTagsRoute, { query: {} }, rarely)
  const { data: lists } = useRoute(listValueListsRoute, {}, rarely)
  const ids = partyIds.slice(0, mostNames).join(',')
  const { data: parties } = useRoute(
    listPartyNamesRoute,
    { query: { ids } },
    { ...rarely, enabled: ids !== '', keepPrevious: true },
  )
  return useMemo(() => {
    const partyNames = new Map(parties?.items.map(({ id, name }) => [id, name]))
    const few: Partial<Record<FieldType, FilterOption[]>> = {
      user: named(colleagues?.items),
      team: named(teams?.items),
      tags: named(tags?.items),
    }
    return ({ type, valueList }: { type: FieldType; valueList?: string | undefined }) => {
      if (type === 'party') return { loadOptions: findParties, nameOf: (id: string) => partyNames.get(id) }
      if (valueList) {
        const values = lists?.items.find(({ key }) => key === valueList)?.values ?? []
        return {
          options: values.map(({ id, labelFa, labelEn }) => ({
            value: id,
            label: locale === 'fa' ? labelFa : labelEn,
          })),
        }
      }
      return few[type] && { options: few[type] }
    }
  }, [colleagues, teams, tags, lists, parties, locale])
}

const named = (items: readonly { id: string; name: string }[] = []): FilterOption[] =>
  items.map(({ id, name }) => ({ value: id, label: name }))

async function findParties(text: string): Promise<FilterOption[]> {
  if (text.trim() === '') return []
  const { items } = await callApi(searchRoute, { query: { q: text.trim(), types: 'parties' } })
  return items.map(({ id, title }) => ({ value: id, label: title }))
}
