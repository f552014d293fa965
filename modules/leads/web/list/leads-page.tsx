import { ExportMenu } from '@peyvand/imports/web'
import { callMark, openQuickCreate, PartyAvatar, ReachLinks } from '@peyvand/parties/web'
import type { ListField, Selection } from '@peyvand/platform/contract'
import {
  callApi,
  invalidateTopics,
  ListPage,
  type ListRelations,
  PageProblem,
  PageSkeleton,
  usePageTitle,
  usePermission,
  useProblemText,
  useT,
} from '@peyvand/platform/web'
import { Button, ButtonLink, EmptyState, toast } from '@peyvand/ui'
import { useNavigate } from '@tanstack/react-router'
import { ChartColumn, Plus, Sparkles, TextCursorInput, UserCog } from 'lucide-react'
import { assignLeadsRoute, type LeadRow, listLeadsRoute, summarizeLeadsRoute } from '../../contract/index.ts'
import { ClockMark } from '../lead/clock-mark.tsx'
import { leadTopics } from '../lead/lead-topics.ts'
import { StateMark } from '../lead/state-mark.tsx'
import { useLeadFields } from '../lead/use-lead-fields.ts'
import { useLeadColumns } from './use-lead-columns.tsx'

const defaultColumns = ['name', 'state', 'clock', 'phone', 'source', 'ownerName', 'arrivedAt', 'score']

/** The worklist of leads. */
export const LeadsPage = () => {
  const t = useT()
  usePageTitle(t('leads.ui.nav'))
  const { fields, relations, error, retry } = useLeadFields()
  if (error) return <PageProblem error={error} onRetry={retry} />
  return fields ? <LeadList fields={fields} relations={relations ?? {}} /> : <PageSkeleton />
}

type Props = { fields: Readonly<Record<string, ListField>>; relations: ListRelations }

const LeadList = ({ fields, relations }: Props) => {
  const t = useT()
  const navigate = useNavigate()
  const columns = useLeadColumns(fields)
  const mayManage = usePermission('leads.manage')
  const mayCreate = usePermission('parties.create')
  const mayUpdate = usePermission('parties.update')
  const mayExport = usePermission('parties.export')
  const seesYield = usePermission('leads.yield')
  const add = mayCreate && (
    <Button
      kind="primary"
      icon={<Plus size={16} aria-hidden />}
      onPress={() => openQuickCreate({ groups: ['leads'] })}
    >
      {t('leads.ui.new')}
    </Button>
  )
  return (
    <ListPage<LeadRow>
      list="leads"
      title={t('leads.ui.nav')}
      route={listLeadsRoute}
      summaryRoute={summarizeLeadsRoute}
      fields={fields}
      relations={relations}
      columns={columns}
      defaultColumns={defaultColumns}
      defaultSort="-arrivedAt"
      rowLabel={({ name }) => name}
      onOpen={({ id }) => void navigate({ to: `/parties/${id}` as never })}
      renderCard={(row) => <LeadCard row={row} />}
      {...((mayUpdate || mayExport) && {
        bulkActions: (selection: Selection, _count: number, clear: () => void) => (
          <>
            {mayUpdate && 'ids' in selection && <AssignButton selection={selection} onDone={clear} />}
            {mayExport && <ExportMenu record="leads" selection={selection} size="small" />}
          </>
        ),
      })}
      actions={(shown, look) => (
        <>
          {mayExport && <ExportMenu record="leads" selection={shown} look={look} />}
          {seesYield && (
            <ButtonLink href="/leads/yield" icon={<ChartColumn size={16} aria-hidden />}>
              {t('leads.ui.yield')}
            </ButtonLink>
          )}
          {mayManage && (
            <ButtonLink href="/leads/forms" icon={<TextCursorInput size={16} aria-hidden />}>
              {t('leads.ui.forms')}
            </ButtonLink>
          )}
          {add}
        </>
      )}
      searchLabel={t('leads.ui.search')}
      empty={
        <EmptyState icon={<Sparkles />} title={t('leads.ui.empty')} action={add}>
          {t('leads.ui.emptyHint')}
        </EmptyState>
      }
    />
  )
}

type Chosen = Extract<Selection, { ids: unknown }>

const AssignButton = ({ selection, onDone }: { selection: Chosen; onDone: () => void }) => {
  const t = useT()
  const problem = useProblemText()
  const assign = async () => {
    try {
      const { assigned } = await callApi(assignLeadsRoute, { body: { ids: [...selection.ids] } })
      toast({ kind: 'ok', title: t('leads.ui.assigned', { count: assigned }) })
      onDone()
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
    }
    await invalidateTopics(leadTopics)
  }
  return (
    <Button size="small" icon={<UserCog size={16} aria-hidden />} onPress={() => void assign()}>
      {t('leads.ui.assign')}
    </Button>
  )
}

/** A lead on a phone. */
const LeadCard = ({ row }: { row: LeadRow }) => (
  <span className="flex min-w-0 flex-1 items-center gap-3" {...callMark(row)}>
    <PartyAvatar party={row} size={32} />
    <span className="flex min-w-0 flex-1 flex-col gap-1">
      <span className="flex items-center gap-2">
        <bdi className="min-w-0 flex-1 truncate font-medium">{row.name}</bdi>
        <StateMark state={row.state} />
      </span>
      <span className="flex items-center gap-2 text-meta text-muted">
        <span className="min-w-0 flex-1 truncate">{row.owner?.name}</span>
        <ClockMark clock={row.clock} />
      </span>
    </span>
    <ReachLinks name={row.name} phone={row.phone} />
  </span>
)
