import { lazyPart } from '@peyvand/ui'
import type { LucideProps } from 'lucide-react'
import type { ComponentType } from 'react'
import type { GroupIconProps } from './group-icon.tsx'

const IconShape = ({ size }: GroupIconProps) => <span style={{ width: size, height: size }} />
const GroupIcon = lazyPart(async () => (await import('./group-icon.tsx')).GroupIcon, IconShape)

const known = new Map<string, ComponentType<LucideProps>>()

/** The icon of a group in the menu, which is there before the forty icons that a group may have. */
export function menuIconOf(name: string): ComponentType<LucideProps> {
  const icon = known.get(name) ?? ((props: LucideProps) => <GroupIcon {...props} name={name} />)
  known.set(name, icon)
  return icon
}
