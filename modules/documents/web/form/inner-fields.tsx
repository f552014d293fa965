import { AttachmentField } from '@peyvand/files/web'
import { OwnFieldGroups, useColleagues, useValues } from '@peyvand/parties/web'
import type { CustomField } from '@peyvand/platform/contract'
import { FormField, usePermission, useT } from '@peyvand/platform/web'
import { ComboBox, Select, TextArea, TextField } from '@peyvand/ui'
import { useFormContext } from 'react-hook-form'
import { DealField } from './deal-field.tsx'
import type { DocumentValues } from './document-values.ts'
import type { Known } from './party-fields.tsx'

type Props = { known: Known; shown: readonly CustomField[] }

/** What only colleagues see; it may change after the issue too. */
export const InnerFields = ({ known, shown }: Props) => {
  const t = useT()
  const { control, watch, getValues, setValue, formState } = useFormContext<DocumentValues>()
  const mayReadDeals = usePermission('deals.read')
  const colleagues = useColleagues()
  const stages = useValues('preparationStages', watch('preparationId'))
  const field = (name: string) => t(`documents.field.${name}`)
  return (
    <div className="flex flex-col gap-3.5">
      <div className="grid items-start gap-3.5 sm:grid-cols-2">
        <FormField control={control} name="title">
          {(f) => <TextField {...f} label={field('title')} maxLength={200} />}
        </FormField>
        {mayReadDeals && (
          <FormField control={control} name="dealId">
            {(f) => (
              <DealField
                {...f}
                partyId={watch('partyId')}
                {...(known.deal && f.value === formState.defaultValues?.dealId && { valueLabel: known.deal })}
              />
            )}
          </FormField>
        )}
        <FormField control={control} name="ownerId">
          {(f) => (
            <ComboBox
              {...f}
              label={field('owner')}
              options={colleagues}
              {...(known.owner && { valueLabel: known.owner })}
            />
          )}
        </FormField>
        {stages.length > 0 && (
          <FormField control={control} name="preparationId">
            {(f) => <Select {...f} label={field('preparation')} options={stages} isClearable />}
          </FormField>
        )}
      </div>
      <OwnFieldGroups record="documents" fields={shown} />
      <FormField control={control} name="internalNote">
        {(f) => (
          <TextArea
            {...f}
            label={field('internalNote')}
            description={t('documents.ui.internalHint')}
            maxLength={5000}
          />
        )}
      </FormField>
      <FormField control={control} name="files">
        {({ value }) => (
          <AttachmentField
            value={value}
            onChange={(change) => setValue('files', change(getValues('files')), { shouldDirty: true })}
          />
        )}
      </FormField>
    </div>
  )
}
