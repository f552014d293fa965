import { PageProblem, useRoutePages, useT } from '@peyvand/platform/web'
import { Button, type Format, Skeleton, useFormat } from '@peyvand/ui'
import { type ActivityHistory, activityChangesRoute } from '../../contract/index.ts'

type Change = ActivityHistory['items'][number]

/** Who changed what and when, one block per save. */
export const ActivityChanges = ({ id }: { id: string }) => {
  const t = useT()
  const answer = useRoutePages(activityChangesRoute, { params: { id }, query: {} })
  const items = ((answer.data?.pages ?? []) as ActivityHistory[]).flatMap((page) => page.items)
  if (answer.isError) return <PageProblem error={answer.error} onRetry={() => void answer.refetch()} />
  if (answer.isLoading) return <Skeleton className="h-16" />
  return (
    <div className="flex flex-col gap-2">
      <ol className="flex flex-col gap-2">
        {items.map((change) => (
          <ChangeBlock key={change.id} change={change} />
        ))}
      </ol>
      {answer.hasNextPage && (
        <Button size="small" className="self-start" onPress={() => void answer.fetchNextPage()}>
          {t('activities.changes.older')}
        </Button>
      )}
    </div>
  )
}

const ChangeBlock = ({ change }: { change: Change }) => {
  const t = useT()
  const format = useFormat()
  const value = (field: string, given: unknown) => wordsOf(field, given, { t, format }) ?? '—'
  // The creation says nothing but what stands in the facts.
  const fields =
    change.action === 'create' ? [] : change.changes.filter(({ field }) => labelOf(field) !== null)
  return (
    <li className="rounded-control border border-line bg-surface px-3 py-2">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <strong className="font-semibold">{change.actorName}</strong>
        {t(`activities.changes.${change.action}`)}
        <time dateTime={change.at} className="ms-auto text-meta text-muted">
          {format.dateTime(change.at)}
        </time>
      </p>
      {fields.length > 0 && (
        <ul className="mt-1 flex flex-col gap-0.5">
          {fields.map(({ field, from, to }) => (
            <li key={field} className="break-words">
              <span className="text-muted">{t(labelOf(field) as string)}: </span>
              {from !== null && from !== undefined && (
                <>
                  <del className="text-muted">{value(field, from)}</del>
                  <span className="sr-only"> {t('activities.changes.to')} </span>
                  <span aria-hidden className="px-1 text-muted">
                    ·
                  </span>
                </>
              )}
              <ins className="no-underline">{value(field, to)}</ins>
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

const labels: Record<string, string> = {
  status: 'activities.status',
  priority: 'activities.priority',
  direction: 'activities.direction',
  confidentiality: 'activities.confidentiality',
  durationMinutes: 'activities.field.duration',
  ownerId: 'activities.field.owner',
  teamId: 'activities.field.team',
  resultId: 'activities.field.result',
  viaMarketerId: 'activities.field.viaMarketer',
}
const plain = ['subject', 'body', 'occurredAt', 'plannedAt', 'dueAt', 'doneAt', 'cost', 'number']

/** The text key of a field's name; null for what only the program knows. */
const labelOf = (field: string): string | null => {
  if (field.startsWith('checklist.')) return 'activities.checklist'
  return labels[field] ?? (plain.includes(field) ? `activities.field.${field}` : null)
}

const moments = ['occurredAt', 'plannedAt', 'dueAt', 'doneAt']
const options = ['status', 'priority', 'direction', 'confidentiality']

function wordsOf(
  field: string,
  value: unknown,
  { t, format }: { t: (key: string) => string; format: Format },
) {
  if (typeof value === 'boolean')
    return t(value ? 'activities.changes.ticked' : 'activities.changes.unticked')
  if (typeof value === 'number') return format.number(value)
  if (typeof value !== 'string' || value === '') return null
  if (moments.includes(field)) return format.dateTime(value)
  if (options.includes(field)) return t(`activities.${field}.${value}`)
  return field === 'cost' ? format.money(value) : value
}
