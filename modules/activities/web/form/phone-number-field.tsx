import { useT } from '@peyvand/platform/web'
import { bindField, IconButton, Menu, MenuItem, MenuTrigger, PhoneField, useFormat } from '@peyvand/ui'
import { BookUser } from 'lucide-react'
import { useEffect } from 'react'
import { Controller, useFormContext } from 'react-hook-form'
import type { ActivityFormValues } from './activity-form-values.ts'
import { usePartyWays } from './use-party-ways.ts'

/** The number that was dialled or called; the party's first number stands there until another is written. */
export const PhoneNumberField = ({ label }: { label: string }) => {
  const t = useT()
  const format = useFormat()
  const { control, watch, setValue, getFieldState } = useFormContext<ActivityFormValues>()
  const [kind, parties, phone] = watch(['kind', 'parties', 'phone'])
  const ways = usePartyWays(parties[0]?.partyId, kind)
  const first = ways[0]
  useEffect(() => {
    if (first && phone === '' && !getFieldState('phone').isDirty) setValue('phone', first)
  }, [first, phone, setValue, getFieldState])
  return (
    <div className="flex items-end gap-1">
      <Controller
        control={control}
        name="phone"
        render={(f) => <PhoneField label={label} className="min-w-0 flex-1" {...bindField(f)} />}
      />
      {ways.length > 1 && (
        <MenuTrigger>
          <IconButton className="mb-1" label={t('activities.form.otherNumbers')} icon={<BookUser />} />
          <Menu
            aria-label={t('activities.form.otherNumbers')}
            onAction={(key) => setValue('phone', String(key), { shouldDirty: true })}
          >
            {ways.map((way) => (
              <MenuItem key={way} id={way} textValue={way}>
                <bdi dir="ltr">{format.digits(way)}</bdi>
              </MenuItem>
            ))}
          </Menu>
        </MenuTrigger>
      )}
    </div>
  )
}
