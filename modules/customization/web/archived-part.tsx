import { useT } from '@peyvand/platform/web'
import { Disclosure, IconButton } from '@peyvand/ui'
import { ArchiveRestore } from 'lucide-react'

type Props<T> = {
  title: string
  items: readonly T[]
  nameOf: (item: T) => string
  onBringBack: (item: T) => void
}

/** The archived entries of a list, folded under it; nothing where there are none. */
export const ArchivedPart = <T extends { id: string }>({ title, items, nameOf, onBringBack }: Props<T>) => {
  const t = useT()
  if (items.length === 0) return null
  return (
    <div className="border-t border-line px-4 py-1">
      <Disclosure title={title}>
        <ul>
          {items.map((item) => (
            <li key={item.id} className="flex items-center gap-2 py-1 text-muted">
              <span className="me-auto">{nameOf(item)}</span>
              <IconButton
                label={t('customization.ui.bringBackOf', { name: nameOf(item) })}
                icon={<ArchiveRestore />}
                onPress={() => onBringBack(item)}
              />
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  )
}
