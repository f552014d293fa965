import { type CustomField, defaultsOf } from '@peyvand/platform/contract'
import { useSession } from '@peyvand/platform/web'
import { useEffect } from 'react'
import { useFormContext } from 'react-hook-form'
import { useToday } from '../display/use-today.ts'

/** Gives a new record's form the defaults of fields that nobody has touched. */
export function useCustomDefaults(fields: readonly CustomField[], isNew: boolean): void {
  const { user } = useSession()
  const today = useToday()
  const { getValues, setValue } = useFormContext<{ custom: Record<string, unknown> }>()
  useEffect(() => {
    if (!isNew) return
    const facts = {
      today,
      now: new Date().toISOString(),
      userId: user.id,
      teamId: user.teamIds[0] ?? null,
    }
    const defaults = Object.entries(defaultsOf(fields, facts))
    for (const [key, value] of defaults) {
      if (getValues(`custom.${key}`) === undefined) setValue(`custom.${key}`, value)
    }
  })
}
