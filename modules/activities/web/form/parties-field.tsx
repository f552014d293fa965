import { PartyPicker } from '@peyvand/parties/web'
import { useT } from '@peyvand/platform/web'
import { Button, IconButton, Select } from '@peyvand/ui'
import { Plus, X } from 'lucide-react'
import { useFieldArray, useFormContext } from 'react-hook-form'
import { PartyRole } from '../../contract/index.ts'
import type { ActivityFormValues } from './activity-form-values.ts'

/** Who it concerns, each with a role; a party that is not there yet can be made on the spot. */
export const PartiesField = () => {
  const t = useT()
  const { control, watch, setValue } = useFormContext<ActivityFormValues>()
  const { fields, append, remove, update } = useFieldArray({ control, name: 'parties' })
  const values = watch('parties')
  const roles = PartyRole.options.map((id) => ({ id, label: t(`activities.role.${id}`) }))
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1 text-body font-medium">{t('activities.form.parties')}</legend>
      {fields.map(({ id }, index) => {
        const party = values[index]
        if (!party) return null
        return (
          <div key={id} className="flex items-start gap-2">
            <PartyPicker
              aria-label={t('activities.form.partyAt', { index: index + 1 })}
              className="min-w-0 flex-1"
              value={party.partyId}
              valueLabel={party.name}
              onChange={(partyId) => setValue(`parties.${index}.partyId`, partyId, { shouldDirty: true })}
            />
            <Select
              aria-label={t('activities.form.roleAt', { index: index + 1 })}
              className="w-32 shrink-0"
              options={roles}
              value={party.role}
              onChange={(role) => {
                if (role) update(index, { ...party, role })
              }}
            />
            <IconButton
              className="mt-1"
              label={t('activities.form.removeParty', { index: index + 1 })}
              icon={<X />}
              onPress={() => remove(index)}
            />
          </div>
        )
      })}
      <Button
        kind="quiet"
        size="small"
        className="self-start"
        icon={<Plus size={16} />}
        onPress={() => append({ partyId: null, name: '', role: fields.length === 0 ? 'subject' : 'related' })}
      >
        {t('activities.form.addParty')}
      </Button>
    </fieldset>
  )
}
