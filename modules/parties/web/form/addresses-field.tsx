import { provinces } from '@peyvand/persian/iran-places'
import { useT } from '@peyvand/platform/web'
import { Button, bindField, CodeField, ComboBox, IconButton, TextArea, TextField, useUi } from '@peyvand/ui'
import { MapPin, Plus, Trash2 } from 'lucide-react'
import { Controller, useFieldArray, useFormContext, useWatch } from 'react-hook-form'
import { FieldGrid } from './form-fields.tsx'
import { newAddress, type PartyFormValues } from './party-form-values.ts'

/** Addresses with the provinces and cities of Iran; any other county or city may be typed. A county bears its chief city's name. */
export const AddressesField = ({ isDisabled = false }: { isDisabled?: boolean }) => {
  const t = useT()
  const { control } = useFormContext<PartyFormValues>()
  const { fields, append, remove } = useFieldArray({ control, name: 'addresses', keyName: 'rowKey' })
  return (
    <div className="flex flex-col gap-3">
      {fields.map(({ rowKey }, index) => (
        <AddressRow key={rowKey} index={index} isDisabled={isDisabled} onRemove={() => remove(index)} />
      ))}
      {!isDisabled && (
        <Button
          size="small"
          kind="quiet"
          icon={<Plus size={16} aria-hidden />}
          className="self-start"
          onPress={() => append(newAddress())}
        >
          {t('parties.form.addAddress')}
        </Button>
      )}
    </div>
  )
}

type RowProps = { index: number; isDisabled: boolean; onRemove: () => void }

const AddressRow = ({ index, isDisabled, onRemove }: RowProps) => {
  const t = useT()
  const { locale } = useUi()
  const { control, setValue } = useFormContext<PartyFormValues>()
  const name = `addresses.${index}` as const
  const provinceCode = useWatch({ control, name: `${name}.province` })
  const province = provinces.find(({ code }) => code === provinceCode)
  const nameOf = (place: { fa: string; en: string }) => place[locale]
  return (
    <fieldset
      aria-label={t('parties.field.address')}
      className="min-w-0 relative flex flex-col gap-3 rounded-control border border-line p-3"
    >
      <div className="flex items-center gap-2">
        <MapPin size={16} className="text-muted" aria-hidden />
        <Controller
          control={control}
          name={`${name}.label`}
          render={(f) => (
            <TextField
              aria-label={t('parties.form.addressLabel')}
              placeholder={t('parties.form.addressLabel')}
              {...bindField(f)}
              isDisabled={isDisabled}
              className="flex-1"
            />
          )}
        />
        {!isDisabled && (
          <IconButton
            label={t('parties.form.removeRow', { name: t('parties.field.address') })}
            icon={<Trash2 />}
            kind="danger"
            onPress={onRemove}
          />
        )}
      </div>
      <FieldGrid>
        <Controller
          control={control}
          name={`${name}.province`}
          render={(f) => {
            const { onChange, ...field } = bindField(f)
            return (
              <ComboBox
                label={t('parties.field.province')}
                options={provinces.map((one) => ({ id: one.code, label: nameOf(one) }))}
                {...field}
                isDisabled={isDisabled}
                onChange={(code) => {
                  onChange(code)
                  if (code === provinceCode) return
                  setValue(`${name}.county`, null, { shouldDirty: true })
                  setValue(`${name}.city`, null, { shouldDirty: true })
                }}
              />
            )
          }}
        />
        {(['county', 'city'] as const).map((part) => (
          <Controller
            key={part}
            control={control}
            name={`${name}.${part}`}
            render={(f) => {
              const { onChange, value, ...field } = bindField(f)
              return (
                <ComboBox
                  label={t(`parties.field.${part}`)}
                  options={(province?.cities ?? []).map((city) => ({ id: city.fa, label: nameOf(city) }))}
                  {...field}
                  isDisabled={isDisabled}
                  value={value}
                  valueLabel={value ?? ''}
                  onChange={onChange}
                  onCreate={onChange}
                />
              )
            }}
          />
        ))}
      </FieldGrid>
      <Controller
        control={control}
        name={`${name}.text`}
        render={(f) => (
          <TextArea
            label={t('parties.field.address')}
            minRows={2}
            {...bindField(f)}
            isDisabled={isDisabled}
          />
        )}
      />
      <Controller
        control={control}
        name={`${name}.postalCode`}
        render={(f) => (
          <CodeField
            label={t('parties.field.postalCode')}
            inputMode="numeric"
            {...bindField(f)}
            isDisabled={isDisabled}
            className="sm:w-1/2"
          />
        )}
      />
    </fieldset>
  )
}
