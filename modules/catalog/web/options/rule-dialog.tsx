import { joinFacts } from '@peyvand/persian'
import { useT } from '@peyvand/platform/web'
import { Button, ComboBox, Dialog, MultiSelect, RadioGroup, TextField } from '@peyvand/ui'
import { useState } from 'react'
import type { Configurator, OptionRule } from '../../contract/index.ts'

type Props = {
  design: Configurator
  rule: OptionRule
  onSave: (rule: OptionRule) => void
  onClose: () => void
}

/** A rule between options. */
export const RuleDialog = ({ design, rule, onSave, onClose }: Props) => {
  const t = useT()
  const [kind, setKind] = useState(rule.kind)
  const [optionId, setOption] = useState<string | null>(rule.optionId || null)
  const [others, setOthers] = useState<readonly string[]>(rule.others)
  const [reason, setReason] = useState(rule.reason ?? '')
  const options = design.groups.flatMap((group) =>
    group.options.map(({ id, name }) => ({ id, label: joinFacts([group.name, name]) })),
  )
  const partners = others.filter((id) => id !== optionId)
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t(rule.optionId ? 'catalog.options.editRule' : 'catalog.options.newRule')}
      footer={
        <>
          <Button
            kind="primary"
            isDisabled={optionId === null || partners.length === 0}
            onPress={() =>
              optionId && onSave({ ...rule, kind, optionId, others: partners, reason: reason.trim() || null })
            }
          >
            {t('catalog.options.done')}
          </Button>
          <Button onPress={onClose}>{t('web.cancel')}</Button>
        </>
      }
    >
      <div className="flex flex-col gap-3.5">
        <ComboBox
          label={t('catalog.options.whoChooses')}
          options={options}
          value={optionId}
          onChange={setOption}
          isRequired
        />
        <RadioGroup<OptionRule['kind']>
          label={t('catalog.options.rules')}
          value={kind}
          onChange={setKind}
          options={[
            { id: 'requires', label: t('catalog.options.rule.requires') },
            { id: 'excludes', label: t('catalog.options.rule.excludes') },
          ]}
        />
        <MultiSelect
          label={t('catalog.options.others')}
          options={options.filter(({ id }) => id !== optionId)}
          value={partners}
          onChange={setOthers}
          isRequired
        />
        <TextField
          label={t('catalog.options.reason')}
          description={t('catalog.options.reasonHint')}
          maxLength={300}
          value={reason}
          onChange={setReason}
        />
      </div>
    </Dialog>
  )
}
