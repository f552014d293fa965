import { callApi, invalidateTopics, PageProblem, useProblemText, useRoute, useT } from '@peyvand/platform/web'
import {
  Button,
  Card,
  confirm,
  EmptyState,
  IconButton,
  lazyPart,
  Skeleton,
  StatusPill,
  toast,
} from '@peyvand/ui'
import { reordered, SortableList } from '@peyvand/ui/data'
import { Pencil, Plus, Split, Trash2 } from 'lucide-react'
import { useState } from 'react'
import {
  type AssignmentRule,
  deleteAssignmentRuleRoute,
  listAssignmentRulesRoute,
  orderAssignmentRulesRoute,
} from '../../contract/index.ts'
import { useRuleWords } from './use-rule-words.ts'

const RuleDialog = lazyPart(async () => (await import('./rule-dialog.tsx')).RuleDialog)

/** The rules by which leads are given to colleagues, in the order in which they are asked. */
export const RulesCard = () => {
  const t = useT()
  const problem = useProblemText()
  const [opened, setOpened] = useState<{ rule?: AssignmentRule } | null>(null)
  const { data, error, refetch } = useRoute(listAssignmentRulesRoute, {})
  if (error) return <PageProblem error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton className="h-24" />
  const acted = async (act: Promise<unknown>) => {
    try {
      await act
    } catch (fault) {
      toast({ kind: 'bad', title: problem(fault) })
    }
    await invalidateTopics(['leads'])
  }
  const remove = async ({ id, name }: AssignmentRule) => {
    const isSure = await confirm({
      title: t('leads.ui.deleteTitle', { name }),
      body: t('leads.ui.deleteRuleBody'),
      confirmLabel: t('web.delete'),
      isDanger: true,
    })
    if (isSure) await acted(callApi(deleteAssignmentRuleRoute, { params: { id } }))
  }
  const add = (
    <Button size="small" icon={<Plus size={16} aria-hidden />} onPress={() => setOpened({})}>
      {t('leads.ui.addRule')}
    </Button>
  )
  const items = data.items.map((rule) => ({ ...rule, label: rule.name }))
  return (
    <Card title={t('leads.ui.rules')} actions={add} isFlush>
      <p className="px-4 py-2 text-body text-muted">{t('leads.ui.rulesHint')}</p>
      {items.length === 0 ? (
        <EmptyState icon={<Split />} title={t('leads.ui.noRules')} />
      ) : (
        <SortableList
          label={t('leads.ui.rules')}
          items={items}
          onReorder={(move) =>
            void acted(
              callApi(orderAssignmentRulesRoute, {
                body: { ids: reordered(items, move).map(({ id }) => id) },
              }),
            )
          }
          render={(rule) => (
            <span className="flex min-w-0 flex-1 items-center gap-1 py-2">
              <RuleText rule={rule} />
              <IconButton
                label={t('leads.ui.editNamed', { name: rule.name })}
                icon={<Pencil />}
                onPress={() => setOpened({ rule })}
              />
              <IconButton
                label={t('leads.ui.deleteNamed', { name: rule.name })}
                icon={<Trash2 />}
                onPress={() => void remove(rule)}
              />
            </span>
          )}
        />
      )}
      {opened && <RuleDialog {...opened} onClose={() => setOpened(null)} />}
    </Card>
  )
}

const RuleText = ({ rule }: { rule: AssignmentRule }) => {
  const t = useT()
  const words = useRuleWords()
  return (
    <span className="flex min-w-0 flex-1 flex-col gap-0.5">
      <span className="flex flex-wrap items-center gap-2 font-medium">
        {rule.name}
        {!rule.active && <StatusPill>{t('leads.ui.inactive')}</StatusPill>}
      </span>
      <span className="text-body text-muted">{words(rule)}</span>
    </span>
  )
}
