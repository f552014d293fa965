import { useT } from '@peyvand/platform/web'
import { IconButton, Menu, MenuItem, MenuTrigger } from '@peyvand/ui'
import { type Reorder, stepOf } from '@peyvand/ui/data'
import { Archive, ArrowDown, ArrowUp, Ellipsis, Pencil } from 'lucide-react'
import type { ReactNode } from 'react'

type Props = {
  id: string
  name: string
  /** The list it stands in, in order. */
  among: readonly { id: string }[]
  onEdit: () => void
  onReorder: (move: Reorder) => void
  onArchive?: () => void
  /** Further items of the menu. */
  children?: ReactNode
}

/** What can be done with one entry of a list that the firm keeps: change, move, archive. */
export const ItemMenu = ({ id, name, among, onEdit, onReorder, onArchive, children }: Props) => {
  const t = useT()
  const [up, down] = [stepOf(among, id, -1), stepOf(among, id, 1)]
  return (
    <span className="flex shrink-0">
      <IconButton label={t('customization.ui.editOf', { name })} icon={<Pencil />} onPress={onEdit} />
      <MenuTrigger>
        <IconButton label={t('customization.ui.actionsOf', { name })} icon={<Ellipsis />} />
        <Menu aria-label={t('customization.ui.actionsOf', { name })} placement="bottom end">
          <MenuItem icon={<ArrowUp />} isDisabled={!up} onAction={() => up && onReorder(up)}>
            {t('customization.ui.up')}
          </MenuItem>
          <MenuItem icon={<ArrowDown />} isDisabled={!down} onAction={() => down && onReorder(down)}>
            {t('customization.ui.down')}
          </MenuItem>
          {children}
          {onArchive && (
            <MenuItem icon={<Archive />} onAction={onArchive}>
              {t('customization.ui.archive')}
            </MenuItem>
          )}
        </Menu>
      </MenuTrigger>
    </span>
  )
}
