import { useCustomFields } from '@peyvand/parties/web'
import { useT } from '@peyvand/platform/web'
import { Button, Dialog, IconButton, MultiSelect, newId, TextField, useUi } from '@peyvand/ui'
import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { type ChecklistItem, type RequiredField, type Stage, StageField } from '../../contract/index.ts'

type Gate = Pick<Stage, 'requiredFields' | 'checklist'>
type Props = { stage: Stage; onSave: (gate: Gate) => void; onClose: () => void }

const labels: Record<StageField, string> = {
  amount: 'amount',
  contactId: 'contact',
  expectedCloseOn: 'expectedCloseOn',
  nextFollowUpAt: 'nextFollowUpAt',
  sourceId: 'source',
}

/** What a deal must have to come to a stage. */
export const GateDialog = ({ stage, onSave, onClose }: Props) => {
  const t = useT()
  const { locale } = useUi()
  const own = useCustomFields('deals', [])
  const [fields, setFields] = useState<string[]>(stage.requiredFields)
  const [items, setItems] = useState<ChecklistItem[]>(stage.checklist)
  const options = [
    ...StageField.options.map((id) => ({ id: id as string, label: t(`pipeline.field.${labels[id]}`) })),
    ...own.map(({ key, labelFa, labelEn }) => ({
      id: `custom.${key}`,
      label: locale === 'fa' ? labelFa : labelEn,
    })),
  ]
  const save = () =>
    onSave({
      requiredFields: fields as RequiredField[],
      checklist: items.filter(({ label }) => label.trim() !== ''),
    })
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t('pipeline.gateOf', { name: stage.name })}
      footer={
        <>
          <Button kind="primary" onPress={save}>
            {t('pipeline.done')}
          </Button>
          <Button onPress={onClose}>{t('web.cancel')}</Button>
        </>
      }
    >
      <div className="flex flex-col gap-3.5">
        <MultiSelect
          label={t('pipeline.requiredFields')}
          options={options}
          value={fields}
          onChange={(given) => setFields([...given])}
        />
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-2 text-body font-medium">{t('pipeline.checklist')}</legend>
          {items.map((item) => (
            <span key={item.id} className="flex items-center gap-2">
              <TextField
                aria-label={t('pipeline.checklistItem')}
                className="flex-1"
                maxLength={200}
                value={item.label}
                onChange={(label) =>
                  setItems(items.map((one) => (one.id === item.id ? { ...one, label } : one)))
                }
              />
              <IconButton
                label={t('pipeline.removeItem', { name: item.label })}
                icon={<Trash2 />}
                kind="danger"
                onPress={() => setItems(items.filter(({ id }) => id !== item.id))}
              />
            </span>
          ))}
          <Button
            size="small"
            kind="quiet"
            className="self-start"
            icon={<Plus size={16} aria-hidden />}
            onPress={() => setItems([...items, { id: newId(), label: '' }])}
          >
            {t('pipeline.addItem')}
          </Button>
        </fieldset>
      </div>
    </Dialog>
  )
}
