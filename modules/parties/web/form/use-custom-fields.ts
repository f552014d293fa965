import { listCustomFieldsRoute } from '@peyvand/customization/contract'
import { type CustomField, type CustomSection, concerns, isRequiredFor } from '@peyvand/platform/contract'
import { useRoute, useSession } from '@peyvand/platform/web'
import { useMemo } from 'react'

const rarely = { staleTime: 300_000 }
const none: never[] = []

/**
 * The firm's own fields of a record type as they are for a record of these kinds or groups: those that concern it, each
 * with `required` as it is there.
 */
export function useCustomFields(record: string, kinds: readonly string[]): CustomField[] {
  const { data } = useRoute(listCustomFieldsRoute, { query: { record } }, rarely)
  const places = kinds.join()
  return useMemo(() => {
    const scopes = places.split(',')
    return (data?.items ?? none)
      .filter((field) => field.archivedAt === null && concerns(field, scopes))
      .map((field) => ({ ...field, appliesTo: [], required: isRequiredFor(field, scopes) }))
  }, [data, places])
}

/** Whether the reader's role only reads an own field. */
export function useIsReadOnly(): (field: Pick<CustomField, 'record' | 'key'>) => boolean {
  const { everything, fieldRules } = useSession()
  return ({ record, key }) => !everything && fieldRules[`${record}.custom.${key}`] !== undefined
}

/** Fields under the title of their section, in the order of the forms; those without one come first. */
export function useFieldGroups(record: string, fields: readonly CustomField[]) {
  const { data } = useRoute(listCustomFieldsRoute, { query: { record } }, rarely)
  return groupFields(fields, data?.sections ?? none)
}

/** The same without asking; sections without fields are left out. */
export function groupFields<F extends Pick<CustomField, 'sectionId'>>(
  fields: readonly F[],
  sections: readonly CustomSection[],
): { section: CustomSection | null; fields: F[] }[] {
  return [null, ...sections].flatMap((section) => {
    const own = fields.filter(({ sectionId }) => sectionId === (section?.id ?? null))
    return own.length > 0 ? [{ section, fields: own }] : []
  })
}
