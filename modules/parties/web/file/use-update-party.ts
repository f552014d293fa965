import { useMutateRoute } from '@peyvand/platform/web'
import type { z } from 'zod'
import { type Party, type UpdateParty, updatePartyRoute } from '../../contract/index.ts'

type Change = Partial<Omit<z.input<typeof UpdateParty>, 'version'>>

/** Saves some fields of a party. Rejects with the server's problem; nothing is read again before it was saved. */
export function useUpdateParty(party: Party): (change: Change) => Promise<void> {
  const { mutateAsync } = useMutateRoute(updatePartyRoute, ['parties'])
  return async (change) => {
    await mutateAsync({ params: { id: party.id }, body: { version: party.version, ...change } })
  }
}
