import { PageProblem, useRoute, useT } from '@peyvand/platform/web'
import { Bdi, Button, Card, EmptyState, Link, Skeleton, useFormat } from '@peyvand/ui'
import { FileBox, Plus } from 'lucide-react'
import { partyRecordsRoute, type RecordKind, type RecordRow } from '../../contract/index.ts'
import { StateMark } from '../display/state-mark.tsx'
import { openRecordForm } from '../form/record-form-store.ts'
import { useKindNames, useKinds } from '../use-kinds.ts'

type PartyOfTab = { id: string; name: string }

/** A party's records of every kind; fills `parties.file.tab`. */
export const PartyRecords = ({ party }: { party: PartyOfTab }) => {
  const t = useT()
  const kinds = useKinds().filter((kind) => kind.party !== 'none')
  const { data, error, refetch } = useRoute(partyRecordsRoute, { params: { id: party.id } })
  if (error) return <PageProblem error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton className="h-24" />
  if (kinds.length === 0)
    return (
      <EmptyState icon={<FileBox />} title={t('records.noKinds')}>
        {t('records.noKindsHint')}
      </EmptyState>
    )
  return (
    <div className="flex flex-col gap-3">
      {kinds.map((kind) => {
        const found = data.kinds.find((one) => one.kind === kind.key)
        return (
          <KindCard
            key={kind.key}
            kind={kind}
            party={party}
            rows={found?.items ?? []}
            hasMore={found?.more ?? false}
          />
        )
      })}
    </div>
  )
}

type KindCardProps = {
  kind: RecordKind
  party: PartyOfTab
  rows: readonly RecordRow[]
  hasMore: boolean
}

const KindCard = ({ kind, party, rows, hasMore }: KindCardProps) => {
  const t = useT()
  const format = useFormat()
  const { one, many } = useKindNames()
  const { id, name } = party
  return (
    <Card
      title={many(kind)}
      actions={
        kind.can.create && (
          <Button
            size="small"
            icon={<Plus size={15} aria-hidden />}
            onPress={() => openRecordForm({ kind: kind.key, party: { id, name } })}
          >
            {t('records.newOf', { name: one(kind) })}
          </Button>
        )
      }
    >
      {rows.length === 0 ? (
        <p className="text-muted">{t('records.none', { name: many(kind) })}</p>
      ) : (
        <ul className="flex flex-col divide-y divide-line">
          {rows.map((row) => (
            <li key={row.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
              <Link href={`/records/${kind.key}/${row.id}`} className="min-w-32 flex-1 truncate font-medium">
                <bdi>{row.title}</bdi>
              </Link>
              <StateMark kind={kind} state={row.state} />
              <span className="text-meta text-muted">
                <Bdi>{format.digits(row.number)}</Bdi> · {format.relative(row.updatedAt)}
              </span>
            </li>
          ))}
        </ul>
      )}
      {hasMore && (
        <Link href={`/records/${kind.key}?filter=${encodeURIComponent(ofParty(id))}`}>
          {t('records.allOfParty')}
        </Link>
      )}
    </Card>
  )
}

const ofParty = (id: string): string => JSON.stringify({ field: 'party', op: 'in', value: [id] })
