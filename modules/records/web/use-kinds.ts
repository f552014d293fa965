import { useRoute } from '@peyvand/platform/web'
import { useUi } from '@peyvand/ui'
import { listRecordKindsRoute, type RecordKind } from '../contract/index.ts'

const none: RecordKind[] = []

/** Kinds in use whose records the user may see, in the order of the menu; undefined until they have come. */
export function useLoadedKinds(): RecordKind[] | undefined {
  const { data } = useRoute(listRecordKindsRoute, {}, { staleTime: 5 * 60_000 })
  return data?.items.filter(({ archivedAt, can }) => archivedAt === null && can.read)
}

export const useKinds = (): RecordKind[] => useLoadedKinds() ?? none

export const useKind = (key: string): RecordKind | undefined => useKinds().find((kind) => kind.key === key)

/** Names of kinds and states in the reader's language. */
export function useKindNames() {
  const { locale } = useUi()
  const isFa = locale === 'fa'
  return {
    one: (kind: RecordKind) => (isFa ? kind.nameFa : kind.nameEn),
    many: (kind: RecordKind) => (isFa ? kind.pluralFa : kind.pluralEn),
    state: (state: { labelFa: string; labelEn: string }) => (isFa ? state.labelFa : state.labelEn),
  }
}
