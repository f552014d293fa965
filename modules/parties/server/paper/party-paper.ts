import { firmSettings } from '@peyvand/identity/server'
import { formatDateTime, localizeDigits } from '@peyvand/persian'
import type { Ctx } from '@peyvand/platform/server'
import type { PaperSection, Party } from '../../contract/index.ts'
import { linksOf } from '../links.ts'
import { type ActivityRows, activitySection } from './activity-section.ts'
import { ownFieldFacts } from './own-field-facts.ts'
import type { Fact, PartyPaper, PrintedSection } from './paper-facts.ts'
import { addressFact, contactFacts, groupFacts, linkFact, mainFacts } from './party-facts.ts'

export interface PrintParty extends ActivityRows {
  sections: readonly PaperSection[]
}

/** What the printed file of a party says; the party is as the caller sees it. */
export async function partyPaper(ctx: Ctx, party: Party, given: PrintParty): Promise<PartyPaper> {
  const t = (key: string, params?: Record<string, unknown>) => ctx.registry.translate(ctx.locale, key, params)
  const { name: firm } = await firmSettings(ctx)
  const made = formatDateTime(ctx.now().toISOString(), { locale: ctx.locale, timeZone: ctx.timeZone })
  const makers: Record<PaperSection, () => Promise<PrintedSection[]> | PrintedSection[]> = {
    contacts: () => section(t('parties.field.contactPoints'), contactFacts(ctx, party)),
    addresses: () =>
      section(
        t('parties.field.addresses'),
        party.addresses.map((one) => addressFact(ctx, one)),
      ),
    fields: async () => section(t('parties.paper.ownFields'), await ownFieldFacts(ctx, party)),
    groups: () => section(t('parties.field.groups'), groupFacts(ctx, party)),
    links: async () =>
      section(
        t('parties.paper.links'),
        (await linksOf(ctx, party.id)).map((one) => linkFact(ctx, one)),
      ),
    notes: () =>
      party.notes
        ? [
            {
              kind: 'text',
              title: t('parties.field.notes'),
              lines: localizeDigits(party.notes, ctx.locale).split('\n'),
            },
          ]
        : [],
    activities: () => activitySection(ctx, party, given),
  }
  const sections: PrintedSection[] = []
  for (const one of given.sections) sections.push(...(await makers[one]()))
  return {
    language: ctx.locale,
    firm,
    heading: t('parties.paper.title'),
    title: [party.honorific, party.name].filter(Boolean).join(' '),
    subtitle: [
      t(`parties.kind.${party.kind}`),
      party.number && `${t('parties.field.number')} ${localizeDigits(party.number, ctx.locale)}`,
    ]
      .filter(Boolean)
      .join(' · '),
    warnings: party.doNotContact ? [t('parties.alert.doNotContact')] : [],
    facts: mainFacts(ctx, party),
    sections,
    made: t('parties.paper.made', { name: ctx.actor.name, at: made }),
  }
}

const section = (title: string, facts: Fact[]): PrintedSection[] =>
  facts.length > 0 ? [{ kind: 'facts', title, facts }] : []
