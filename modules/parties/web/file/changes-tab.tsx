import { PageProblem, useRoutePages, useT } from '@peyvand/platform/web'
import { Button, EmptyState, Skeleton, SkeletonGroup, useFormat } from '@peyvand/ui'
import { History } from 'lucide-react'
import { listPartyChangesRoute, type Party, type PartyChange } from '../../contract/index.ts'
import { changeValue } from './change-value.ts'
import { fieldKey } from './field-key.ts'
import { useChangeNames } from './use-change-names.ts'

/** Who changed what and when, one block per save. */
export const ChangesTab = ({ party }: { party: Party }) => {
  const t = useT()
  const answer = useRoutePages(listPartyChangesRoute, { params: { id: party.id }, query: {} })
  const items = ((answer.data?.pages ?? []) as { items: PartyChange[] }[]).flatMap((page) => page.items)
  if (answer.isError) return <PageProblem error={answer.error} onRetry={() => void answer.refetch()} />
  if (answer.isLoading) {
    return (
      <SkeletonGroup className="flex flex-col gap-3">
        <Skeleton width="60%" />
        <Skeleton width="80%" />
        <Skeleton width="50%" />
      </SkeletonGroup>
    )
  }
  if (items.length === 0) return <EmptyState icon={<History />} title={t('parties.changes.none')} />
  return (
    <div className="flex flex-col gap-3">
      <ol className="flex flex-col gap-3">
        {items.map((change) => (
          <li key={change.id}>
            <ChangeBlock change={change} />
          </li>
        ))}
      </ol>
      {answer.hasNextPage && (
        <Button
          className="self-center"
          isPending={answer.isFetchingNextPage}
          onPress={() => void answer.fetchNextPage()}
        >
          {t('parties.changes.older')}
        </Button>
      )}
    </div>
  )
}

const ChangeBlock = ({ change }: { change: PartyChange }) => {
  const t = useT()
  const format = useFormat()
  const inWords = useChangeNames()
  const words = { yes: t('parties.yes'), no: t('parties.no') }
  return (
    <article className="rounded-control border border-line bg-surface px-3 py-2">
      <header className="flex flex-wrap items-baseline gap-x-2">
        <strong className="font-semibold">{change.actor.name}</strong>
        <span>{t(`parties.changes.action.${change.action}`, { count: change.changes.length })}</span>
        <time dateTime={change.at} className="ms-auto text-meta text-muted">
          {format.dateTime(change.at)}
        </time>
      </header>
      {change.changes.length > 0 && (
        <dl className="mt-1.5 grid gap-x-3 gap-y-1 sm:grid-cols-[9rem_1fr]">
          {change.changes.map(({ field, from, to }) => (
            <div key={field} className="contents">
              <dt className="text-muted">{t(fieldKey(field))}</dt>
              <dd className="min-w-0 break-words">
                <del className="text-muted decoration-muted/60">
                  <span className="sr-only">{t('parties.changes.before')}</span>
                  {changeValue(inWords(field, from), format, words) ?? '—'}
                </del>
                <span aria-hidden className="px-1.5 text-muted">
                  {t('parties.changes.arrow')}
                </span>
                <ins className="no-underline">
                  <span className="sr-only">{t('parties.changes.after')}</span>
                  {changeValue(inWords(field, to), format, words) ?? '—'}
                </ins>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </article>
  )
}
