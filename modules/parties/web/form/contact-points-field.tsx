import { useT } from '@peyvand/platform/web'
import {
  Button,
  CodeField,
  IconButton,
  Menu,
  MenuItem,
  MenuTrigger,
  PhoneField,
  Select,
  TextField,
} from '@peyvand/ui'
import { Bell, BellOff, Plus, Star, Trash2 } from 'lucide-react'
import { useController, useFieldArray, useFormContext } from 'react-hook-form'
import { contactPointTypes, isPhoneType } from '../../contract/index.ts'
import { ContactIcon } from '../display/contact-icon.tsx'
import { newContactPoint, type PartyFormValues } from './party-form-values.ts'

type Props = {
  /** The quick form shows no labels and flags. */
  isBrief?: boolean
  isDisabled?: boolean
}

/** Phones, mails, messengers: any number of rows, each with its kind. */
export const ContactPointsField = ({ isBrief = false, isDisabled = false }: Props) => {
  const t = useT()
  const { control } = useFormContext<PartyFormValues>()
  const { fields, append, remove } = useFieldArray({ control, name: 'contactPoints', keyName: 'rowKey' })
  return (
    <fieldset aria-label={t('parties.field.contactPoints')} className="min-w-0 flex flex-col gap-2">
      {fields.map(({ rowKey }, index) => (
        <ContactRow
          key={rowKey}
          index={index}
          isBrief={isBrief}
          isDisabled={isDisabled}
          onRemove={() => remove(index)}
        />
      ))}
      {!isDisabled && (
        <MenuTrigger>
          <Button size="small" kind="quiet" icon={<Plus size={16} aria-hidden />} className="self-start">
            {t('parties.form.addContact')}
          </Button>
          <Menu aria-label={t('parties.form.addContact')}>
            {contactPointTypes.map((type) => (
              <MenuItem
                key={type}
                icon={<ContactIcon type={type} />}
                onAction={() => append(newContactPoint(type))}
              >
                {t(`parties.contact.${type}`)}
              </MenuItem>
            ))}
          </Menu>
        </MenuTrigger>
      )}
    </fieldset>
  )
}

type RowProps = { index: number; isBrief: boolean; isDisabled: boolean; onRemove: () => void }

const ContactRow = ({ index, isBrief, isDisabled, onRemove }: RowProps) => {
  const t = useT()
  const { control, setValue, getValues } = useFormContext<PartyFormValues>()
  const type = useController({ control, name: `contactPoints.${index}.type` }).field
  const { field: value, fieldState } = useController({ control, name: `contactPoints.${index}.value` })
  const label = useController({ control, name: `contactPoints.${index}.label` }).field
  const primary = useController({ control, name: `contactPoints.${index}.primary` }).field
  const optOut = useController({ control, name: `contactPoints.${index}.optOut` }).field
  const name = t(`parties.contact.${type.value}`)

  const makePrimary = () => {
    const rows = getValues('contactPoints')
    rows.forEach((row, at) => {
      if (isPhoneType(row.type) === isPhoneType(type.value))
        setValue(`contactPoints.${at}.primary`, at === index, { shouldDirty: true })
    })
  }
  const input = {
    'aria-label': name,
    value: value.value,
    onChange: value.onChange,
    onBlur: value.onBlur,
    ref: value.ref,
    isDisabled,
    errorMessage: fieldState.error?.message,
  }
  return (
    <fieldset aria-label={name} className="min-w-0 flex flex-wrap items-start gap-2">
      <Select
        aria-label={t('parties.form.contactType')}
        options={contactPointTypes.map((id) => ({ id, label: t(`parties.contact.${id}`) }))}
        value={type.value}
        onChange={(next) => next && type.onChange(next)}
        isDisabled={isDisabled}
        className="w-32"
      />
      <div className="min-w-40 flex-1">
        {isPhoneType(type.value) ? (
          <PhoneField {...input} />
        ) : (
          <CodeField {...input} type={inputType(type.value)} inputMode={inputType(type.value)} />
        )}
      </div>
      {!isBrief && (
        <TextField
          aria-label={t('parties.form.contactLabel')}
          placeholder={t('parties.form.contactLabel')}
          value={label.value}
          onChange={label.onChange}
          isDisabled={isDisabled}
          className="w-28"
        />
      )}
      {!isDisabled && (
        <span className="flex items-center pt-1">
          {!isBrief && (
            <>
              <IconButton
                label={primary.value ? t('parties.form.isPrimary') : t('parties.form.makePrimary')}
                icon={<Star className={primary.value ? 'fill-current text-warn' : ''} />}
                aria-pressed={primary.value}
                onPress={makePrimary}
              />
              <IconButton
                label={optOut.value ? t('parties.form.allowMessages') : t('parties.form.optOut')}
                icon={optOut.value ? <BellOff className="text-bad" /> : <Bell />}
                aria-pressed={optOut.value}
                onPress={() => optOut.onChange(!optOut.value)}
              />
            </>
          )}
          <IconButton
            label={t('parties.form.removeRow', { name })}
            icon={<Trash2 />}
            kind="danger"
            onPress={onRemove}
          />
        </span>
      )}
    </fieldset>
  )
}

const inputType = (type: PartyFormValues['contactPoints'][number]['type']) => {
  if (type === 'email') return 'email'
  return type === 'website' ? 'url' : 'text'
}
