import { useValues } from '@peyvand/parties/web'
import { useT } from '@peyvand/platform/web'
import { Button, Card, IconButton, Select, TextField } from '@peyvand/ui'
import { Plus, Trash2 } from 'lucide-react'
import type { ScriptDefinition } from '../../contract/index.ts'
import { freshKey, withOutcome, withoutOutcome } from './script-draft.ts'

type Props = { definition: ScriptDefinition; onChange: (definition: ScriptDefinition) => void }

/** How a call can end, and which result it gets then. */
export const OutcomesEditor = ({ definition, onChange }: Props) => {
  const t = useT()
  const results = useValues('callResults')
  const { outcomes } = definition
  return (
    <Card title={t('templates.ui.outcomes')}>
      <div className="flex flex-col gap-2.5">
        <p className="text-muted">{t('templates.ui.outcomesHint')}</p>
        <ul className="flex flex-col gap-2">
          {outcomes.map(({ id, label, resultId }, index) => (
            <li
              key={id}
              className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-2 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto]"
            >
              <TextField
                aria-label={t('templates.ui.outcomeNumber', { number: index + 1 })}
                placeholder={t('templates.ui.outcomeNumber', { number: index + 1 })}
                maxLength={120}
                value={label}
                onChange={(next) => onChange(withOutcome(definition, id, { label: next }))}
              />
              <div className="max-sm:col-start-1 max-sm:row-start-2">
                <Select
                  aria-label={t('templates.ui.outcomeResult', { label })}
                  placeholder={t('templates.ui.noResult')}
                  isClearable
                  options={results}
                  value={resultId}
                  onChange={(next) => onChange(withOutcome(definition, id, { resultId: next }))}
                />
              </div>
              <IconButton
                label={t('templates.ui.removeOutcome', { label })}
                icon={<Trash2 />}
                kind="danger"
                onPress={() => onChange(withoutOutcome(definition, id))}
              />
            </li>
          ))}
        </ul>
        <span>
          <Button
            size="small"
            icon={<Plus size={16} aria-hidden />}
            isDisabled={outcomes.length >= 30}
            onPress={() =>
              onChange({
                ...definition,
                outcomes: [...outcomes, { id: freshKey('e', outcomes), label: '', resultId: null }],
              })
            }
          >
            {t('templates.ui.addOutcome')}
          </Button>
        </span>
      </div>
    </Card>
  )
}
