import type { Color } from '@peyvand/customization/contract'
import { colorTone } from '@peyvand/customization/web'
import { cx, toneClass } from '@peyvand/ui'
import { GroupIcon } from '../display/group-icon.tsx'

/** Icon of a group on its colour. */
export const GroupMark = ({ icon, color }: { icon: string; color: Color }) => (
  <span
    aria-hidden
    className={cx('grid size-9 shrink-0 place-items-center rounded-control', toneClass[colorTone[color]])}
  >
    <GroupIcon name={icon} size={18} />
  </span>
)
