import { useT } from '@peyvand/platform/web'
import { bindField, CodeField, DatePicker, TextField } from '@peyvand/ui'
import type { ReactNode } from 'react'
import { Controller, useFormContext } from 'react-hook-form'
import type { PartyFormValues } from './party-form-values.ts'

/** Fields of the party by their kind of text; labels come from the field's own name. */
export type LineName =
  | 'name'
  | 'firstName'
  | 'lastName'
  | 'firstNameLatin'
  | 'lastNameLatin'
  | 'nameLatin'
  | 'brandName'
  | 'fatherName'
export type CodeName =
  | 'number'
  | 'nationalId'
  | 'legalNationalId'
  | 'economicCode'
  | 'registrationNumber'
  | 'foreignId'
  | 'birthCertificateNo'

type Props<N> = { name: N; isDisabled?: boolean; isRequired?: boolean; autoFocus?: boolean }

export const LineField = ({ name, isDisabled = false, ...rest }: Props<LineName>) => {
  const t = useT()
  const { control } = useFormContext<PartyFormValues>()
  const isLatin = name.endsWith('Latin')
  return (
    <Controller
      control={control}
      name={name}
      render={(f) => (
        <TextField
          label={t(`parties.field.${name}`)}
          {...(isLatin && { dir: 'ltr' as const })}
          {...bindField(f)}
          isDisabled={isDisabled}
          {...rest}
        />
      )}
    />
  )
}

export const CodeLine = ({ name, isDisabled = false, ...rest }: Props<CodeName>) => {
  const t = useT()
  const { control } = useFormContext<PartyFormValues>()
  return (
    <Controller
      control={control}
      name={name}
      render={(f) => (
        <CodeField label={t(`parties.field.${name}`)} {...bindField(f)} isDisabled={isDisabled} {...rest} />
      )}
    />
  )
}

export const DayField = ({ name, label }: { name: 'birthDate' | 'nextContactOn'; label?: string }) => {
  const t = useT()
  const { control } = useFormContext<PartyFormValues>()
  return (
    <Controller
      control={control}
      name={name}
      render={(f) => <DatePicker label={label ?? t(`parties.field.${name}`)} isClearable {...bindField(f)} />}
    />
  )
}

/** Two fields beside each other where there is room. */
export const FieldGrid = ({ children }: { children: ReactNode }) => (
  <div className="grid grid-cols-1 items-start gap-x-3 gap-y-3.5 sm:grid-cols-2">{children}</div>
)

type SectionProps = { title: string; children: ReactNode }

/** A titled part of the full form. */
export const FormSection = ({ title, children }: SectionProps) => (
  <fieldset className="flex min-w-0 flex-col gap-3.5 border-t border-line pt-4 first:border-t-0 first:pt-0">
    <legend className="float-start mb-0 w-full text-prose font-semibold">{title}</legend>
    {children}
  </fieldset>
)
