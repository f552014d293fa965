import { PageProblem, PageSkeleton, usePageTitle, useRoute, useT, useUrlState } from '@peyvand/platform/web'
import { Card, EmptyState, PageHeader, Select, useFormat, useUi } from '@peyvand/ui'
import { ListTree } from 'lucide-react'
import { z } from 'zod'
import { listValueListsRoute } from '../../contract/index.ts'
import { ListButton } from './list-button.tsx'
import { ValueListEditor } from './value-list-editor.tsx'

const Search = z.object({ list: z.string().optional().catch(undefined) })

/** The lists that fields offer: sources, results of calls, industries … */
export function ValueListsPage() {
  const t = useT()
  const format = useFormat()
  usePageTitle(t('customization.valueLists'))
  const { locale } = useUi()
  const [{ list: openKey }, setSearch] = useUrlState(Search)
  const { data, error, refetch } = useRoute(listValueListsRoute, {})
  if (error) return <PageProblem error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  const lists = data.items.map((list) => ({ ...list, label: locale === 'fa' ? list.labelFa : list.labelEn }))
  const open = lists.find(({ key }) => key === openKey) ?? lists[0]
  const choose = (key: string | null) => setSearch({ list: key ?? undefined })
  return (
    <div className="flex flex-col gap-3">
      <PageHeader title={t('customization.valueLists')} subtitle={t('customization.ui.lists.hint')} />
      {open ? (
        <div className="grid items-start gap-3 md:grid-cols-[14rem_1fr]">
          <Card isFlush className="max-md:hidden">
            <ul className="p-2">
              {lists.map(({ key, label, values }) => (
                <li key={key}>
                  <ListButton
                    label={label}
                    count={format.number(values.filter(({ archivedAt }) => !archivedAt).length)}
                    isOpen={key === open.key}
                    onPress={() => choose(key)}
                  />
                </li>
              ))}
            </ul>
          </Card>
          <Select
            className="md:hidden"
            label={t('customization.ui.lists.list')}
            value={open.key}
            onChange={choose}
            options={lists.map(({ key, label }) => ({ id: key, label }))}
          />
          <ValueListEditor key={open.key} list={open} title={open.label} />
        </div>
      ) : (
        <EmptyState icon={<ListTree />} title={t('customization.ui.lists.none')} />
      )}
    </div>
  )
}
