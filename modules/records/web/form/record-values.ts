import type { AttachedFile } from '@peyvand/files/web'
import type { CustomField } from '@peyvand/platform/contract'
import type { CreateRecord, FirmRecord, RecordKind } from '../../contract/index.ts'

/** What the form of a record holds. */
export interface RecordValues {
  title: string
  state: string | null
  partyId: string | null
  ownerId: string | null
  tagIds: string[]
  files: AttachedFile[]
  custom: Record<string, unknown>
}

export const valuesOfRecord = (record: FirmRecord): RecordValues => ({
  title: record.title,
  state: record.state,
  partyId: record.party?.id ?? null,
  ownerId: record.owner?.id ?? null,
  tagIds: record.tags.map(({ id }) => id),
  files: record.files.map(({ id, name, size }) => ({ id, name, size })),
  custom: { ...record.custom },
})

export const valuesOfNew = (
  kind: RecordKind,
  { party, ownerId }: { party?: { id: string }; ownerId: string },
): RecordValues => ({
  title: '',
  state: kind.states[0]?.key ?? null,
  partyId: party?.id ?? null,
  ownerId,
  tagIds: [],
  files: [],
  custom: {},
})

/** The values as the API takes them; own fields that are out of sight stay as they are. */
export function bodyOf(
  kind: RecordKind,
  values: RecordValues,
  shown: readonly CustomField[],
): Omit<CreateRecord, 'ownerId'> & { ownerId: string | null } {
  const { title, state, partyId, ownerId, tagIds, files, custom } = values
  return {
    ...(kind.titlePattern === null && { title }),
    state,
    ...(kind.party !== 'none' && { partyId }),
    ownerId,
    tagIds,
    fileIds: files.map(({ id }) => id),
    custom: Object.fromEntries(shown.map(({ key }) => [key, custom[key] ?? null])),
  }
}
