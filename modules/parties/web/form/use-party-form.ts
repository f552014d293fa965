import { ApiProblem, problemText, type T, useT } from '@peyvand/platform/web'
import { useMemo } from 'react'
import {
  type FieldErrors,
  type FieldPath,
  type Resolver,
  set,
  type UseFormReturn,
  useForm,
} from 'react-hook-form'
import { type Faults, formPath, partyFaults } from './party-faults.ts'
import type { PartyFormValues } from './party-form-values.ts'

/** The form of a party, checked at the field when it is left and again on saving. */
export function usePartyForm(defaultValues: PartyFormValues): UseFormReturn<PartyFormValues> {
  const t = useT()
  const resolver = useMemo(() => resolverIn(t), [t])
  return useForm<PartyFormValues>({ defaultValues, resolver, mode: 'onBlur', reValidateMode: 'onChange' })
}

const resolverIn =
  (t: T): Resolver<PartyFormValues> =>
  (values) => {
    const faults = partyFaults(values)
    return Object.keys(faults).length === 0
      ? { values, errors: {} }
      : { values: {}, errors: errorsOf(faults, t) }
  }

const errorsOf = (faults: Faults, t: T): FieldErrors<PartyFormValues> => {
  const errors: FieldErrors<PartyFormValues> = {}
  for (const [path, code] of Object.entries(faults))
    set(errors, path, { type: code, message: t(`error.${code}`) })
  return errors
}

/** Puts the server's faults at their fields; answers what belongs to none of them, in words. */
export function showFaults(form: UseFormReturn<PartyFormValues>, error: unknown, t: T): string | null {
  if (!(error instanceof ApiProblem)) return problemText(t, error)
  const values = form.getValues()
  const others = error.fields.filter(({ path, message }, index) => {
    const place = formPath(path, values)
    if (!((place.split('.')[0] ?? '') in values)) return true
    form.setError(
      place as FieldPath<PartyFormValues>,
      { type: 'server', message },
      { shouldFocus: index === 0 },
    )
    return false
  })
  if (error.fields.length > 0 && others.length === 0) return null
  return others.length > 0 ? others.map(({ message }) => message).join(' ') : error.message
}
