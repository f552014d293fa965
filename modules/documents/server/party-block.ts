import { canSeeParty, getParty } from '@peyvand/parties/server'
import type { Ref } from '@peyvand/platform/contract'
import type { Ctx } from '@peyvand/platform/server'
import { sql } from 'kysely'
import type { PartyBlock } from '../contract/index.ts'

/**
 * A party as issued papers name it. The law asks for these on an invoice, so no field rules withhold them.
 */
export async function partyBlockOf(ctx: Ctx, partyId: string): Promise<PartyBlock> {
  const { rows } = await sql<PartyBlock>`
    select p.display_name as name, p.kind,
      case when p.kind = 'person' then p.national_id else p.legal_national_id end as national_id,
      p.economic_code, p.registration_number, a.province, a.county, a.city, a.postal_code, a.text as address,
      ${pointOf('phone')} as phone, ${pointOf('fax')} as fax
    from parties p
    left join lateral (select * from addresses a where a.tenant_id = p.tenant_id and a.party_id = p.id
      order by a.primary desc, a.position limit 1) a on true
    where p.tenant_id = ${ctx.tenantId} and p.id = ${partyId}::uuid`.execute(ctx.db)
  return rows[0] as PartyBlock
}

const pointOf = (kind: 'phone' | 'fax') => sql`(select c.value from contact_points c
  where c.tenant_id = p.tenant_id and c.party_id = p.id and c.type = any(${sql.val(types[kind])}::text[])
  order by array_position(${sql.val(types[kind])}::text[], c.type), c.primary desc, c.position limit 1)`

const types = { phone: ['phone', 'mobile'], fax: ['fax'] }

/** The same of a draft, as the caller's field rules let them see it; of a party out of sight the name alone. */
export async function shownPartyBlock(ctx: Ctx, { id, name }: Ref): Promise<PartyBlock> {
  if (!(await canSeeParty(ctx, id))) return { ...nothingKnown, name, kind: 'organization' }
  const party = await getParty(ctx, id)
  const address = party.addresses.find(({ primary }) => primary) ?? party.addresses[0]
  const pointOfType = (...wanted: string[]) =>
    wanted.flatMap((type) => party.contactPoints.filter((point) => point.type === type))[0]?.value ?? null
  return {
    name: party.name,
    kind: party.kind,
    nationalId: party.kind === 'person' ? party.nationalId : party.legalNationalId,
    economicCode: party.economicCode,
    registrationNumber: party.registrationNumber,
    province: address?.province ?? null,
    county: address?.county ?? null,
    city: address?.city ?? null,
    postalCode: address?.postalCode ?? null,
    address: address?.text ?? null,
    phone: pointOfType('phone', 'mobile'),
    fax: pointOfType('fax'),
  }
}

const nothingKnown = {
  nationalId: null,
  economicCode: null,
  registrationNumber: null,
  province: null,
  county: null,
  city: null,
  postalCode: null,
  address: null,
  phone: null,
  fax: null,
}
