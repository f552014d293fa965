import type { Color } from '@peyvand/customization/contract'
import type { CustomValues } from '@peyvand/platform/contract'
import type { Json } from '@peyvand/platform/server'
import type { Generated } from 'kysely'
import type {
  ContactPointType,
  Direction,
  DuplicateReason,
  GroupState,
  LinkLabel,
  PartyKind,
  PartyLayout,
  SourceKind,
} from '../contract/index.ts'

declare module '@peyvand/platform/tables' {
  interface Tables {
    parties: PartiesTable
    partyGroups: PartyGroupsTable
    partyGroupMembers: PartyGroupMembersTable
    /** One row per party. */
    partyLastContacts: { tenantId: number; partyId: string; at: string | null }
    contactPoints: ContactPointsTable
    addresses: AddressesTable
    partyLinks: PartyLinksTable
    timeline: TimelineTable
    partyShares: PartySharesTable
    partyVisits: {
      tenantId: number
      userId: string
      partyId: string
      seenAt: string | null
      starredAt: string | null
    }
    partyMerges: PartyMergesTable
    duplicatePairs: DuplicatePairsTable
    duplicateRuns: { tenantId: number; foundAt: string }
    /** Old values of a change of many parties, for its undo. */
    partyBulkChanges: {
      tenantId: number
      operationId: string
      partyId: string
      before: Json<Record<string, unknown>>
    }
  }
}

export interface PartiesTable {
  tenantId: number
  id: string
  kind: PartyKind
  number: string | null
  displayName: string
  honorific: string | null
  firstName: string | null
  lastName: string | null
  firstNameLatin: string | null
  lastNameLatin: string | null
  nameLatin: string | null
  brandName: string | null
  gender: 'female' | 'male' | null
  birthDate: string | null
  nationalId: string | null
  legalNationalId: string | null
  economicCode: string | null
  registrationNumber: string | null
  foreignId: string | null
  fatherName: string | null
  birthCertificateNo: string | null
  jobTitle: string | null
  industryId: string | null
  leadSourceId: string | null
  levelId: string | null
  introducerId: string | null
  marketerId: string | null
  ownerId: string | null
  teamId: string | null
  nextContactOn: string | null
  doNotContact: Generated<boolean>
  notes: string | null
  photoFileId: string | null
  /** `searchKey` of names, numbers and phones. */
  search: string
  /** `matchName` of the display name. */
  matchName: string
  custom: Json<CustomValues>
  sourceKind: SourceKind
  sourceId: string | null
  version: Generated<number>
  createdAt: Generated<string>
  createdBy: string | null
  updatedAt: Generated<string>
  updatedBy: string | null
  deletedAt: string | null
  deletedBy: string | null
}

interface PartyGroupsTable {
  tenantId: number
  id: string
  key: string
  nameFa: string
  nameEn: string
  icon: string
  color: Color
  numberPattern: string | null
  states: Json<GroupState[]>
  layout: Json<PartyLayout | null>
  position: number
  ready: boolean
  archivedAt: string | null
  version: Generated<number>
}

interface PartyGroupMembersTable {
  tenantId: number
  groupId: string
  partyId: string
  state: string | null
  since: string
  until: string | null
  number: string | null
  ownerId: string | null
  data: Json<CustomValues>
}

interface ContactPointsTable {
  tenantId: number
  id: string
  partyId: string
  type: ContactPointType
  value: string
  extension: string | null
  normalized: string
  /** Last eight digits of a phone. */
  tail: string | null
  label: string | null
  primary: boolean
  verified: boolean
  optOut: boolean
  position: number
}

interface AddressesTable {
  tenantId: number
  id: string
  partyId: string
  label: string | null
  province: string | null
  county: string | null
  city: string | null
  postalCode: string | null
  text: string | null
  primary: boolean
  position: number
}

interface PartyLinksTable {
  tenantId: number
  id: string
  fromPartyId: string
  toPartyId: string
  label: LinkLabel
  role: string | null
  primary: boolean
  since: string | null
  until: string | null
  createdAt: Generated<string>
  createdBy: string | null
}

interface TimelineTable {
  tenantId: number
  id: string
  partyId: string
  occurredAt: string
  subjectType: string
  subjectId: string
  type: string
  direction: Direction | null
  actorId: string | null
  actorName: string
  /** Users who alone see the row; null for everyone who sees the party. */
  audience: string[] | null
  summary: Json<Record<string, unknown>>
  search: string
}

interface PartyMergesTable {
  tenantId: number
  /** Of the operation too. */
  id: string
  survivorId: string
  mergedId: string
  /** Of the survivor's own fields: field → old and new value. */
  changes: Json<Record<string, { from?: unknown; to?: unknown }>>
  /** Tags and files that the survivor got. */
  tagIds: string[]
  fileIds: string[]
  mergedAt: string
  mergedBy: string | null
  undoneAt: Generated<string | null>
}

interface PartySharesTable {
  tenantId: number
  id: string
  partyId: string
  toUserId: string | null
  toTeamId: string | null
  note: string | null
  /** The last day on which it opens the file; null where it only tells of it. */
  until: string | null
  createdAt: string
  createdBy: string | null
  revokedAt: Generated<string | null>
  revokedBy: Generated<string | null>
}

interface DuplicatePairsTable {
  tenantId: number
  firstId: string
  secondId: string
  score: number
  reasons: DuplicateReason[]
  foundAt: string
  dismissedAt: string | null
  dismissedBy: string | null
}
