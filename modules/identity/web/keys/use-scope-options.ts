import { useRoute } from '@peyvand/platform/web'
import { useUi } from '@peyvand/ui'
import { permissionCatalogueRoute } from '../../contract/index.ts'

/** Everything that a key can be narrowed to, in words. */
export function useScopeOptions(): { id: string; label: string }[] {
  const { locale } = useUi()
  const { data } = useRoute(permissionCatalogueRoute, {}, { staleTime: Number.POSITIVE_INFINITY })
  const actions = (data?.records ?? []).flatMap(({ label, actions: own }) =>
    own.map((action) => ({ id: action.permission, label: `${label[locale]}: ${action.label[locale]}` })),
  )
  return [...actions, ...(data?.rights ?? []).map(({ key, label }) => ({ id: key, label: label[locale] }))]
}

/** The same by scope. */
export const useScopeNames = (): ReadonlyMap<string, string> =>
  new Map(useScopeOptions().map(({ id, label }) => [id, label]))
