import { RecordFields } from '@peyvand/customization/web'
import { GroupMark } from '@peyvand/parties/web'
import { PageProblem, PageSkeleton, usePageTitle, useRoute, useT, useUrlState } from '@peyvand/platform/web'
import { Button, cx, EmptyState, PageHeader, StatusPill } from '@peyvand/ui'
import { LayoutList, Plus } from 'lucide-react'
import { useState } from 'react'
import { z } from 'zod'
import { listRecordKindsRoute, type RecordKind, recordTypeOf } from '../../contract/index.ts'
import { useKindNames } from '../use-kinds.ts'
import { KindActions } from './kind-actions.tsx'
import { KindDialog } from './kind-dialog.tsx'
import { KindForm } from './kind-form.tsx'

const Search = z.object({ kind: z.string().optional().catch(undefined) })

/** The firm's record kinds: made and changed with their fields on one screen. */
export const KindsPage = () => {
  const t = useT()
  usePageTitle(t('records.kinds'))
  const [{ kind: chosen }, setUrl] = useUrlState(Search)
  const [isNew, setNew] = useState(false)
  const { data, error, refetch } = useRoute(listRecordKindsRoute, {})
  if (error) return <PageProblem error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  const kind = data.items.find(({ key }) => key === chosen) ?? data.items[0]
  const add = (
    <Button kind="primary" icon={<Plus size={16} aria-hidden />} onPress={() => setNew(true)}>
      {t('records.kindNew')}
    </Button>
  )
  return (
    <div className="flex flex-col gap-4">
      <PageHeader title={t('records.kinds')} subtitle={t('records.kindsHint')} actions={add} />
      {kind ? (
        <>
          <KindChoice kinds={data.items} chosen={kind} onChoose={(key) => setUrl({ kind: key })} />
          <section key={kind.id} aria-label={kind.pluralFa} className="flex flex-col gap-4">
            <RecordFields record={recordTypeOf(kind.key)} />
            <KindForm key={kind.version} kind={kind} actions={<KindActions kind={kind} all={data.items} />} />
          </section>
        </>
      ) : (
        <EmptyState icon={<LayoutList />} title={t('records.noKinds')} action={add}>
          {t('records.kindsEmptyHint')}
        </EmptyState>
      )}
      {isNew && (
        <KindDialog
          taken={data.items.map(({ key }) => key)}
          onMade={({ key }) => setUrl({ kind: key })}
          onClose={() => setNew(false)}
        />
      )}
    </div>
  )
}

type ChoiceProps = { kinds: readonly RecordKind[]; chosen: RecordKind; onChoose: (key: string) => void }

const KindChoice = ({ kinds, chosen, onChoose }: ChoiceProps) => {
  const t = useT()
  const { many } = useKindNames()
  return (
    <ul aria-label={t('records.kinds')} className="flex flex-wrap gap-2">
      {kinds.map((kind) => (
        <li key={kind.id}>
          <button
            type="button"
            aria-pressed={kind === chosen}
            onClick={() => onChoose(kind.key)}
            className={cx(
              'flex cursor-pointer items-center gap-2 rounded-control border bg-surface py-1.5 ps-1.5 pe-3 text-body hover:bg-surface-2',
              kind === chosen ? 'border-accent font-semibold' : 'border-line',
            )}
          >
            <GroupMark icon={kind.icon} color={kind.color} />
            {many(kind)}
            {kind.archivedAt && <StatusPill>{t('records.archived')}</StatusPill>}
          </button>
        </li>
      ))}
    </ul>
  )
}
