import { ContactPointInput } from '@peyvand/parties/contract'
import type { PartyDraft } from '@peyvand/parties/server'
import { customerValues } from './own-shapes.ts'
import type { Random } from './random.ts'
import {
  familyNames,
  femaleNames,
  firmFields,
  firmKinds,
  firmNames,
  jobTitles,
  maleNames,
  mobilePrefixes,
  places,
  streets,
} from './words.ts'

/** Values of lists and tags of the firm that the drafts choose from. */
export interface Choices {
  sources: readonly string[]
  levels: readonly string[]
  industries: readonly string[]
  tags: readonly string[]
  /** The day that made-up dates lie before. */
  today: string
}

interface Owner {
  ownerId: string
  teamId: string | null
}

const groupShares = {
  leads: 34,
  customers: 40,
  persons: 8,
  partners: 6,
  marketers: 2,
  competitors: 2,
  employees: 2,
  applicants: 4,
  miscellaneous: 2,
}

/** Checks that the same number is not given twice, as in life. */
export interface Used {
  names: Set<string>
  phones: Set<string>
}

/** One made-up party. Organisations have landlines, persons mobiles; some of both lack this or that. */
export function sampleParty(random: Random, choices: Choices, owner: Owner, used: Used): PartyDraft {
  const isOrganization = random.chance(0.45)
  const group = random.weighted(groupShares)
  const place = random.pick(places)
  const common = {
    groups:
      isOrganization && ['employees', 'applicants', 'persons'].includes(group) ? ['customers'] : [group],
    ownerId: owner.ownerId,
    teamId: owner.teamId,
    leadSourceId: random.chance(0.8) ? random.pick(choices.sources) : null,
    levelId: group === 'customers' && random.chance(0.7) ? random.pick(choices.levels) : null,
    tagIds: random.chance(0.25) ? [random.pick(choices.tags)] : [],
    addresses: random.chance(0.7) ? [sampleAddress(random, place)] : [],
    ...(group === 'customers' && random.chance(0.5) && { custom: customerValues(random, choices.today) }),
  }
  if (isOrganization) {
    const name = organizationName(random, used)
    return {
      ...common,
      kind: 'organization',
      name,
      industryId: random.chance(0.6) ? random.pick(choices.industries) : null,
      contactPoints: [
        point(
          'phone',
          fresh(used.phones, () => `0${place.area}${random.between(22_000_000, 88_999_999)}`),
          true,
        ),
        ...(random.chance(0.4) ? [point('email', `info${used.names.size}@example.com`)] : []),
      ],
    }
  }
  const isFemale = random.chance(0.42)
  const firstName = random.pick(isFemale ? femaleNames : maleNames)
  return {
    ...common,
    kind: 'person',
    firstName,
    lastName: random.pick(familyNames),
    gender: isFemale ? 'female' : 'male',
    honorific: isFemale ? 'سرکار خانم' : 'جناب آقای',
    jobTitle: random.chance(0.6) ? random.pick(jobTitles) : null,
    contactPoints: [
      point(
        'mobile',
        fresh(used.phones, () => `0${random.pick(mobilePrefixes)}${random.between(1_000_000, 9_999_999)}`),
        true,
      ),
      ...(random.chance(0.3) ? [point('email', `person${used.phones.size}@example.com`)] : []),
    ],
  }
}

const point = (type: 'phone' | 'mobile' | 'email', value: string, primary = false) =>
  ContactPointInput.parse({ type, value, primary })

function sampleAddress(random: Random, { province, city }: (typeof places)[number]) {
  return {
    province,
    county: city,
    city,
    label: null,
    postalCode: null,
    text: `${random.pick(streets)}، پلاک ${random.between(1, 240)}`,
    primary: true,
  }
}

function organizationName(random: Random, used: Used): string {
  return fresh(used.names, () => {
    const suffix = random.chance(0.15) ? ' (سهامی خاص)' : ''
    const second = used.names.size > 800 || random.chance(0.2) ? ` ${random.pick(firmNames)}` : ''
    return `${random.pick(firmKinds)} ${random.pick(firmFields)} ${random.pick(firmNames)}${second}${suffix}`
  })
}

/** Something not met before; after many tries with a number behind it. */
function fresh(used: Set<string>, make: () => string): string {
  let made = make()
  for (let tries = 0; used.has(made); tries += 1) made = tries > 20 ? `${make()} ${used.size}` : make()
  used.add(made)
  return made
}
