import {
  callApi,
  invalidateTopics,
  PageProblem,
  usePermission,
  useProblemText,
  useRoute,
  useT,
} from '@peyvand/platform/web'
import {
  Button,
  Card,
  confirm,
  EmptyState,
  IconButton,
  lazyPart,
  Skeleton,
  toast,
  useFormat,
} from '@peyvand/ui'
import { Pencil, Plus, Trash2, Wallet } from 'lucide-react'
import { useState } from 'react'
import { deleteSourceCostRoute, listSourceCostsRoute, type SourceCost } from '../../contract/index.ts'

const CostDialog = lazyPart(async () => (await import('./cost-dialog.tsx')).CostDialog)

/** What was spent for sources in a period. */
export const CostsCard = ({ days }: { days: { from: string; to: string } }) => {
  const t = useT()
  const mayManage = usePermission('leads.manage')
  const [opened, setOpened] = useState<{ cost?: SourceCost } | null>(null)
  const { data, error, refetch } = useRoute(listSourceCostsRoute, { query: days })
  if (error) return <PageProblem error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton className="h-24" />
  const add = mayManage && (
    <Button size="small" icon={<Plus size={16} aria-hidden />} onPress={() => setOpened({})}>
      {t('leads.ui.addCost')}
    </Button>
  )
  return (
    <Card title={t('leads.ui.costs')} actions={add} isFlush>
      {data.items.length === 0 ? (
        <EmptyState icon={<Wallet />} title={t('leads.ui.noCosts')} />
      ) : (
        <ul>
          {data.items.map((cost) => (
            <li key={cost.id} className="border-b border-line px-4 py-2 last:border-b-0">
              <CostLine cost={cost} {...(mayManage && { onEdit: () => setOpened({ cost }) })} />
            </li>
          ))}
        </ul>
      )}
      {opened && <CostDialog {...opened} onClose={() => setOpened(null)} />}
    </Card>
  )
}

const CostLine = ({ cost, onEdit }: { cost: SourceCost; onEdit?: () => void }) => {
  const t = useT()
  const format = useFormat()
  const problem = useProblemText()
  const { source, spentOn, amount, note } = cost
  const remove = async () => {
    const body = `${source.name} · ${format.money(amount)}`
    const isSure = await confirm({
      title: t('leads.ui.deleteCostTitle'),
      body,
      confirmLabel: t('web.delete'),
      isDanger: true,
    })
    if (!isSure) return
    try {
      await callApi(deleteSourceCostRoute, { params: { id: cost.id } })
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
    }
    await invalidateTopics(['leads'])
  }
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-0.5">
      <span className="flex min-w-0 flex-1 flex-col">
        <span className="font-medium">{source.name}</span>
        {note && <span className="text-meta text-muted">{note}</span>}
      </span>
      <span className="text-meta text-muted">{format.date(spentOn)}</span>
      <span className="digits-tabular">{format.money(amount)}</span>
      {onEdit && (
        <span className="flex">
          <IconButton
            label={t('leads.ui.editNamed', { name: source.name })}
            icon={<Pencil />}
            onPress={onEdit}
          />
          <IconButton
            label={t('leads.ui.deleteNamed', { name: source.name })}
            icon={<Trash2 />}
            onPress={() => void remove()}
          />
        </span>
      )}
    </span>
  )
}
