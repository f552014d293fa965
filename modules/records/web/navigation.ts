import { menuIconOf } from '@peyvand/parties/web'
import { type AppCommand, type NavigationItem, useT } from '@peyvand/platform/web'
import { openRecordForm } from './form/record-form-store.ts'
import { useKindNames, useKinds } from './use-kinds.ts'

/** An entry of the menu for each kind that the user may see. */
export function useKindNavigation(): readonly NavigationItem[] {
  const { many } = useKindNames()
  return useKinds().map((kind, index) => ({
    section: 'nav.records',
    to: `/records/${kind.key}`,
    label: many(kind),
    isText: true,
    icon: menuIconOf(kind.icon),
    order: 200 + index,
  }))
}

/** A command for each kind of which the user may make records. */
export function useKindCommands(): readonly AppCommand[] {
  const t = useT()
  const { one } = useKindNames()
  return useKinds()
    .filter(({ can }) => can.create)
    .map((kind) => ({
      id: `records.new.${kind.key}`,
      label: t('records.newOf', { name: one(kind) }),
      isText: true,
      icon: menuIconOf(kind.icon),
      isNew: true,
      to: `/records/${kind.key}`,
      run: () => openRecordForm({ kind: kind.key }),
    }))
}
