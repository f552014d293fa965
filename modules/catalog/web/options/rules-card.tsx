import { useT } from '@peyvand/platform/web'
import { Button, Card, IconButton, lazyPart, newId } from '@peyvand/ui'
import { Pencil, Plus, Trash2 } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { Configurator, OptionRule } from '../../contract/index.ts'
import { useOptionWords } from './use-option-words.ts'

const RuleDialog = lazyPart(async () => (await import('./rule-dialog.tsx')).RuleDialog)

type Props = { design: Configurator; onChange: (rules: OptionRule[]) => void }

/** What goes with what, in plain words. */
export const RulesCard = ({ design, onChange }: Props) => {
  const t = useT()
  const { rules } = design
  const [opened, setOpened] = useState<OptionRule | null>(null)
  const put = (rule: OptionRule) => {
    const isNew = rules.every(({ id }) => id !== rule.id)
    onChange(isNew ? [...rules, rule] : rules.map((one) => (one.id === rule.id ? rule : one)))
    setOpened(null)
  }
  return (
    <Card
      title={t('catalog.options.rules')}
      isFlush
      actions={
        <Button
          size="small"
          icon={<Plus size={16} aria-hidden />}
          onPress={() => setOpened({ id: newId(), kind: 'requires', optionId: '', others: [], reason: null })}
        >
          {t('catalog.options.newRule')}
        </Button>
      }
    >
      {rules.length === 0 && <p className="px-4 py-3 text-body text-muted">{t('catalog.options.noRules')}</p>}
      <RuleList
        design={design}
        actions={(rule) => (
          <>
            <IconButton
              label={t('catalog.options.editRule')}
              icon={<Pencil />}
              onPress={() => setOpened(rule)}
            />
            <IconButton
              label={t('catalog.options.removeRule')}
              icon={<Trash2 />}
              onPress={() => onChange(rules.filter(({ id }) => id !== rule.id))}
            />
          </>
        )}
      />
      {opened && <RuleDialog design={design} rule={opened} onSave={put} onClose={() => setOpened(null)} />}
    </Card>
  )
}

type ListProps = { design: Configurator; actions?: (rule: OptionRule) => ReactNode }

/** Rules as sentences, each with its reason. */
export const RuleList = ({ design, actions }: ListProps) => {
  const words = useOptionWords(design)
  return (
    <ul>
      {design.rules.map((rule) => (
        <li
          key={rule.id}
          className="flex min-h-row items-center gap-1 border-b border-line px-4 py-1.5 last:border-b-0"
        >
          <span className="min-w-0 flex-1">
            <bdi>{words.rule(rule)}</bdi> {rule.reason && <bdi className="text-muted">{rule.reason}</bdi>}
          </span>
          {actions?.(rule)}
        </li>
      ))}
    </ul>
  )
}
