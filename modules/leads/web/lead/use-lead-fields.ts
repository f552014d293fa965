import { useListFields } from '@peyvand/platform/web'
import { leadFieldsRoute } from '../../contract/index.ts'

/** The fields of the list of leads; undefined while they are on their way. */
export const useLeadFields = () => useListFields(leadFieldsRoute)

/** The firm's word for a state of leads. */
export function useStateName(): (state: string | null) => string | null {
  const { fields } = useLeadFields()
  return (state) => (state === null ? null : (fields?.['state']?.options?.[state] ?? state))
}
