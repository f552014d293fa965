import { useT } from '@peyvand/platform/web'
import { Button, Card, EmptyState, IconButton, useFormat } from '@peyvand/ui'
import { Pencil, Plus, ShieldCheck, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { z } from 'zod'
import { ApprovalRule } from '../../contract/index.ts'
import { RuleDialog } from './rule-dialog.tsx'

type RuleInput = z.input<typeof ApprovalRule>
type Props = { value: readonly RuleInput[]; onChange: (rules: ApprovalRule[]) => void }

/** The rules by which documents wait for approval; one that applies is enough. */
export const RulesField = ({ value, onChange }: Props) => {
  const t = useT()
  const words = useRuleWords()
  const [opened, open] = useState<number | null>(null)
  const rules = value.map((rule) => ApprovalRule.parse(rule))
  const add = (
    <Button size="small" icon={<Plus size={16} aria-hidden />} onPress={() => open(rules.length)}>
      {t('documents.ui.addRule')}
    </Button>
  )
  return (
    <Card title={t('documents.ui.rules')} isFlush actions={rules.length > 0 && add}>
      {rules.length === 0 ? (
        <EmptyState icon={<ShieldCheck />} title={t('documents.ui.noRules')} action={add}>
          {t('documents.ui.noRulesHint')}
        </EmptyState>
      ) : (
        <ul>
          {rules.map((rule, at) => (
            <li
              // oxlint-disable-next-line react/no-array-index-key -- a rule has its place and nothing else
              key={at}
              className="flex min-h-row items-center gap-2 border-b border-line ps-4 pe-2.5 last:border-b-0"
            >
              <span className="min-w-0 flex-1 py-1.5">{words(rule)}</span>
              <IconButton label={t('documents.ui.editRule')} icon={<Pencil />} onPress={() => open(at)} />
              <IconButton
                kind="danger"
                label={t('documents.ui.removeRule')}
                icon={<Trash2 />}
                onPress={() => onChange(rules.toSpliced(at, 1))}
              />
            </li>
          ))}
        </ul>
      )}
      {opened !== null && (
        <RuleDialog
          rule={rules[opened] ?? null}
          onSave={(rule) => {
            onChange(rules.toSpliced(opened, 1, rule))
            open(null)
          }}
          onClose={() => open(null)}
        />
      )}
    </Card>
  )
}

function useRuleWords() {
  const t = useT()
  const format = useFormat()
  return ({ kinds, discountOver, amountOver, creditOver, belowFloor }: ApprovalRule): string => {
    const when = [
      discountOver !== null &&
        t('documents.rule.discount', { percent: format.percent(Number(discountOver) / 100, 2) }),
      amountOver !== null && t('documents.rule.amount', { amount: format.money(amountOver) }),
      belowFloor && t('documents.rule.floor'),
      creditOver !== null && t('documents.rule.credit', { amount: format.money(creditOver) }),
    ].filter((one) => one !== false)
    const of =
      kinds.length > 0
        ? format.list(kinds.map((kind) => t(`documents.kind.${kind}`)))
        : t('documents.rule.every')
    return t('documents.rule.whole', {
      kinds: of,
      when: when.length > 0 ? when.join(t('documents.rule.or')) : t('documents.rule.never'),
    })
  }
}
