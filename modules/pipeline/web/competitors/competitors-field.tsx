import { PartyPicker } from '@peyvand/parties/web'
import { FormField, useT } from '@peyvand/platform/web'
import { Button, IconButton, MoneyField, TextField } from '@peyvand/ui'
import { Plus, Trash2 } from 'lucide-react'
import { useFieldArray, useFormContext } from 'react-hook-form'
import type { DealValues } from '../form/deal-values.ts'

/** Who wants the same deal, for how much and what is known of their offer. */
export const CompetitorsField = ({ names }: { names: ReadonlyMap<string, string> }) => {
  const t = useT()
  const { control, watch } = useFormContext<DealValues>()
  const { fields, append, remove } = useFieldArray({ control, name: 'competitors' })
  return (
    <fieldset className="flex min-w-0 flex-col gap-3">
      <legend className="mb-2 text-body font-semibold">{t('pipeline.field.competitor')}</legend>
      {fields.map(({ id }, index) => (
        <div key={id} className="flex items-start gap-2">
          <div className="grid min-w-0 flex-1 grid-cols-2 items-start gap-2">
            <FormField control={control} name={`competitors.${index}.partyId`}>
              {(field) => (
                <PartyPicker
                  {...field}
                  label={t('pipeline.competitor')}
                  group="competitors"
                  valueLabel={names.get(watch(`competitors.${index}.partyId`) ?? '') ?? ''}
                  isRequired
                />
              )}
            </FormField>
            <FormField control={control} name={`competitors.${index}.price`}>
              {(field) => <MoneyField {...field} label={t('pipeline.theirPrice')} showWords={false} />}
            </FormField>
            <FormField control={control} name={`competitors.${index}.note`}>
              {(field) => (
                <TextField
                  {...field}
                  className="col-span-2"
                  aria-label={t('pipeline.competitorNote')}
                  placeholder={t('pipeline.competitorNote')}
                  maxLength={500}
                />
              )}
            </FormField>
          </div>
          <span className="pt-6.5">
            <IconButton
              label={t('pipeline.removeCompetitor')}
              icon={<Trash2 />}
              onPress={() => remove(index)}
            />
          </span>
        </div>
      ))}
      <Button
        size="small"
        kind="quiet"
        className="self-start"
        icon={<Plus size={16} aria-hidden />}
        onPress={() => append({ partyId: null, price: null, note: '' })}
      >
        {t('pipeline.addCompetitor')}
      </Button>
    </fieldset>
  )
}
