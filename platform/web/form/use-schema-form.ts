import {
  type DefaultValues,
  type FieldErrors,
  type FieldValues,
  set,
  type UseFormReturn,
  useForm,
} from 'react-hook-form'
import type { z } from 'zod'
import { faultsOf } from '../../contract/index.ts'
import { useT } from '../i18n.ts'

/**
 * A form over a schema of the contract: checked by the same rules as on the server, with the same texts. Values
 * given to submit are the schema's output.
 */
export function useSchemaForm<S extends z.ZodType<FieldValues, FieldValues>>(
  schema: S,
  defaultValues: DefaultValues<z.input<S>>,
): UseFormReturn<z.input<S>, unknown, z.output<S>> {
  const t = useT()
  return useForm<z.input<S>, unknown, z.output<S>>({
    defaultValues,
    resolver: (values) => {
      const parsed = schema.safeParse(values, { reportInput: true })
      if (parsed.success) return { values: parsed.data, errors: {} }
      const errors: FieldErrors<z.input<S>> = {}
      for (const { path, code, params } of faultsOf(parsed.error).toReversed())
        set(errors, path || 'root', { type: code, message: t(`error.${code}`, params) })
      return { values: {}, errors }
    },
  })
}
