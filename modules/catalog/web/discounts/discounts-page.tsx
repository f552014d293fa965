import {
  callApi,
  invalidateTopics,
  PageProblem,
  PageSkeleton,
  usePageTitle,
  usePermission,
  useProblemText,
  useRoute,
  useT,
} from '@peyvand/platform/web'
import {
  Button,
  ButtonLink,
  Card,
  confirm,
  EmptyState,
  IconButton,
  lazyPart,
  PageHeader,
  StatusPill,
  toast,
} from '@peyvand/ui'
import { BadgePercent, CircleQuestionMark, Pencil, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import {
  type DiscountRule,
  deleteDiscountRuleRoute,
  listDiscountRulesRoute,
  orderDiscountRulesRoute,
} from '../../contract/index.ts'
import { OrderedList } from '../fields/ordered-list.tsx'
import { useRuleWords } from './use-rule-words.ts'

const DiscountDialog = lazyPart(async () => (await import('./discount-dialog.tsx')).DiscountDialog)

const topics = ['discount-rules'] as const

/** The firm's discounts in plain words, in the order in which they are applied. */
export const DiscountsPage = () => {
  const t = useT()
  const title = t('catalog.discounts')
  usePageTitle(title)
  const mayManage = usePermission('catalog.managePrices')
  const [opened, setOpened] = useState<{ rule?: DiscountRule } | null>(null)
  const { data, error, refetch } = useRoute(listDiscountRulesRoute, {})
  if (error) return <PageProblem error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  const add = mayManage && (
    <Button kind="primary" icon={<Plus size={16} aria-hidden />} onPress={() => setOpened({})}>
      {t('catalog.ui.newDiscount')}
    </Button>
  )
  return (
    <div className="mx-auto flex w-full max-w-220 flex-col gap-4">
      <PageHeader
        title={title}
        subtitle={t('catalog.ui.discountsHint')}
        actions={
          <>
            <ButtonLink href="/why-this-price" icon={<CircleQuestionMark size={16} aria-hidden />}>
              {t('catalog.ui.why')}
            </ButtonLink>
            {add}
          </>
        }
      />
      {data.items.length === 0 ? (
        <EmptyState icon={<BadgePercent />} title={t('catalog.ui.noDiscounts')} action={add}>
          {t('catalog.ui.noDiscountsHint')}
        </EmptyState>
      ) : (
        <Card isFlush>
          <Rules rules={data.items} mayManage={mayManage} onEdit={(rule) => setOpened({ rule })} />
        </Card>
      )}
      {opened && <DiscountDialog {...opened} onClose={() => setOpened(null)} />}
    </div>
  )
}

type Props = { rules: readonly DiscountRule[]; mayManage: boolean; onEdit: (rule: DiscountRule) => void }

const Rules = ({ rules, mayManage, onEdit }: Props) => {
  const t = useT()
  const problem = useProblemText()
  const remove = async ({ id, name }: DiscountRule) => {
    const isSure = await confirm({
      title: t('catalog.ui.deleteRuleTitle', { name }),
      body: t('catalog.ui.deleteRuleBody'),
      confirmLabel: t('web.delete'),
      isDanger: true,
    })
    if (!isSure) return
    try {
      await callApi(deleteDiscountRuleRoute, { params: { id } })
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
    }
    await invalidateTopics(topics)
  }
  return (
    <OrderedList
      label={t('catalog.discounts')}
      items={rules}
      mayOrder={mayManage}
      onOrder={orderRules}
      topics={topics}
      render={(rule) => (
        <span className="flex min-w-0 flex-1 items-center gap-1 py-2">
          <RuleText rule={rule} />
          {mayManage && (
            <>
              <IconButton
                label={t('catalog.ui.editNamed', { name: rule.name })}
                icon={<Pencil />}
                onPress={() => onEdit(rule)}
              />
              <IconButton
                label={t('catalog.ui.deleteNamed', { name: rule.name })}
                icon={<Trash2 />}
                onPress={() => void remove(rule)}
              />
            </>
          )}
        </span>
      )}
    />
  )
}

const orderRules = (rules: readonly DiscountRule[]) =>
  callApi(orderDiscountRulesRoute, { body: { ids: rules.map(({ id }) => id) } })

const RuleText = ({ rule }: { rule: DiscountRule }) => {
  const t = useT()
  const words = useRuleWords()
  return (
    <span className="flex min-w-0 flex-1 flex-col gap-0.5">
      <span className="flex flex-wrap items-center gap-2 font-medium">
        {rule.name}
        {!rule.active && <StatusPill>{t('catalog.ui.inactive')}</StatusPill>}
        <StatusPill tone={rule.stackable ? 'accent' : 'neutral'}>
          {t(rule.stackable ? 'catalog.ui.addsUp' : 'catalog.ui.alone')}
        </StatusPill>
      </span>
      <span className="text-body text-muted">{words(rule)}</span>
    </span>
  )
}
