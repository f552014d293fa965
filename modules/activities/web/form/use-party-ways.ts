import { type ContactPoint, getPartyRoute } from '@peyvand/parties/contract'
import { formatPhone, toLatinDigits } from '@peyvand/persian'
import { useRoute } from '@peyvand/platform/web'
import type { ActivityKind } from '../../contract/index.ts'

const typesOf: Partial<Record<ActivityKind, readonly ContactPoint['type'][]>> = {
  call: ['mobile', 'phone'],
  fax: ['fax'],
  sms: ['mobile'],
  email: ['email'],
  telegram: ['telegram', 'mobile'],
}

/** Numbers and addresses by which the party is reached in this kind of contact. */
export function usePartyWays(partyId: string | null | undefined, kind: ActivityKind): readonly string[] {
  const types = typesOf[kind]
  const { data } = useRoute(
    getPartyRoute,
    { params: { id: partyId ?? '' } },
    { enabled: Boolean(partyId && types), staleTime: 60_000 },
  )
  if (!types || !data) return []
  return data.contactPoints
    .filter(({ type, optOut }) => types.includes(type) && !(optOut && kind === 'sms'))
    .toSorted((a, b) => Number(b.primary) - Number(a.primary))
    .map(({ value }) => (value.startsWith('+') ? toLatinDigits(formatPhone(value, 'fa')) : value))
}
