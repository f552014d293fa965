import type { RecordHistory } from '@peyvand/history/web'
import { useT } from '@peyvand/platform/web'
import {
  listPartyChangesRoute,
  type Party,
  partyAsOfRoute,
  restorePartyFieldRoute,
} from '../../contract/index.ts'
import { useGroupNames, usePartyGroups } from '../choices/use-choices.ts'
import { fieldKey } from './field-key.ts'
import { useChangeNames } from './use-change-names.ts'
import { usePastWords } from './use-past-words.ts'

/** The party's history in words. */
export function usePartyHistory({ id, version }: Pick<Party, 'id' | 'version'>): RecordHistory {
  const t = useT()
  const inWords = useChangeNames()
  const groups = usePartyGroups()
  const { groupName } = useGroupNames()
  const say = usePastWords('parties')
  return {
    id,
    version,
    routes: { changes: listPartyChangesRoute, asOf: partyAsOfRoute, restore: restorePartyFieldRoute },
    topics: ['parties', 'party-groups'],
    labelOf: (field) => {
      const group = field.startsWith('groups.') && groups.find(({ key }) => `groups.${key}` === field)
      if (group) return t('parties.field.inGroup', { group: groupName(group) })
      const key = fieldKey(field)
      const label = t(key)
      return label === key ? null : label
    },
    valueOf: (field, value) => say(field, inWords(field, value)),
  }
}
