import { callApi, invalidateTopics, useProblemText, useT } from '@peyvand/platform/web'
import { toast } from '@peyvand/ui'
import { deletePartyRoute, restorePartyRoute } from '../../contract/index.ts'

type Named = { id: string; name: string }

/** Into the recycle bin and out of it; each says so and offers the way back. */
export function useDeleteParty() {
  const t = useT()
  const problem = useProblemText()
  const run = async (work: Promise<unknown>, told: () => void): Promise<boolean> => {
    try {
      await work
      told()
      await invalidateTopics(['parties', 'party-groups'])
      return true
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
      return false
    }
  }
  const restore = (party: Named): Promise<boolean> =>
    run(callApi(restorePartyRoute, { params: { id: party.id } }), () =>
      toast({ kind: 'ok', title: t('parties.restored', { name: party.name }) }),
    )
  /** `leave` goes away from the screen of what is no longer there. */
  const remove = (party: Named, leave?: () => void): Promise<boolean> =>
    run(callApi(deletePartyRoute, { params: { id: party.id } }), () => {
      leave?.()
      toast({
        kind: 'ok',
        title: t('parties.deleted', { name: party.name }),
        action: { label: t('web.undo'), onPress: () => void restore(party) },
      })
    })
  return { remove, restore }
}
