import { callApi, invalidateTopics, useProblemText, useT } from '@peyvand/platform/web'
import { Button, Card, EmptyState, IconButton, lazyPart, StatusPill, toast } from '@peyvand/ui'
import { reordered, SortableList } from '@peyvand/ui/data'
import { Archive, ArchiveRestore, ClipboardCheck, Pencil, Plus } from 'lucide-react'
import { useState } from 'react'
import { type Criterion, orderCriteriaRoute, updateCriterionRoute } from '../../contract/index.ts'

const CriterionDialog = lazyPart(async () => (await import('./criterion-dialog.tsx')).CriterionDialog)

/** The questions by which leads are judged, in order. */
export const CriteriaCard = ({ criteria }: { criteria: readonly Criterion[] }) => {
  const t = useT()
  const problem = useProblemText()
  const [opened, setOpened] = useState<{ criterion?: Criterion } | null>(null)
  const acted = async (act: Promise<unknown>) => {
    try {
      await act
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
    }
    await invalidateTopics(['leads', 'parties'])
  }
  const add = (
    <Button size="small" icon={<Plus size={16} aria-hidden />} onPress={() => setOpened({})}>
      {t('leads.ui.addQuestion')}
    </Button>
  )
  const items = criteria.map((criterion) => ({ ...criterion, label: criterion.question }))
  return (
    <Card title={t('leads.ui.questions')} actions={add} isFlush>
      {items.length === 0 ? (
        <EmptyState icon={<ClipboardCheck />} title={t('leads.ui.noQuestions')} />
      ) : (
        <SortableList
          label={t('leads.ui.questions')}
          items={items}
          onReorder={(move) =>
            void acted(
              callApi(orderCriteriaRoute, { body: { ids: reordered(items, move).map(({ id }) => id) } }),
            )
          }
          render={(criterion) => (
            <span className="flex min-w-0 flex-1 items-center gap-1 py-2">
              <CriterionText criterion={criterion} />
              <IconButton
                label={t('leads.ui.editNamed', { name: criterion.question })}
                icon={<Pencil />}
                onPress={() => setOpened({ criterion })}
              />
              <IconButton
                label={t(criterion.archivedAt ? 'leads.ui.restore' : 'leads.ui.archive')}
                icon={criterion.archivedAt ? <ArchiveRestore /> : <Archive />}
                onPress={() =>
                  void acted(
                    callApi(updateCriterionRoute, {
                      params: { id: criterion.id },
                      body: { archived: criterion.archivedAt === null },
                    }),
                  )
                }
              />
            </span>
          )}
        />
      )}
      {opened && <CriterionDialog {...opened} onClose={() => setOpened(null)} />}
    </Card>
  )
}

const CriterionText = ({
  criterion: { question, required, options, archivedAt },
}: {
  criterion: Criterion
}) => {
  const t = useT()
  return (
    <span className="flex min-w-0 flex-1 flex-col gap-0.5">
      <span className="flex flex-wrap items-center gap-2 font-medium">
        {question}
        {required && <StatusPill tone="accent">{t('leads.ui.fieldRequired')}</StatusPill>}
        {archivedAt && <StatusPill>{t('leads.ui.archived')}</StatusPill>}
      </span>
      <span className="text-body text-muted">
        {options.map(({ label, points }) => t('leads.ui.pointsOf', { label, points })).join(' · ')}
      </span>
    </span>
  )
}
