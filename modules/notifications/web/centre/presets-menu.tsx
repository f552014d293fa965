import { useRoute, useT } from '@peyvand/platform/web'
import { Menu, MenuItem, useFormat } from '@peyvand/ui'
import type { ReactNode } from 'react'
import { snoozePresetsRoute } from '../../contract/index.ts'

interface Props {
  label: string
  /** The times are asked for when the menu opens: they are of that moment. */
  isOpen: boolean
  nextContactOn: string | null
  onChoose: (until: string) => void
  /** Further entries at the end. */
  children?: ReactNode
}

/** The usual times by the firm's working week, each with its day. */
export const PresetsMenu = ({ label, isOpen, nextContactOn, onChoose, children }: Props) => {
  const t = useT()
  const format = useFormat()
  const { data } = useRoute(
    snoozePresetsRoute,
    { query: nextContactOn ? { nextContactOn } : {} },
    { enabled: isOpen, staleTime: 60_000 },
  )
  return (
    <Menu aria-label={label} placement="bottom end">
      {(data?.items ?? []).map(({ id, until }) => (
        <MenuItem
          key={id}
          id={id}
          textValue={t(`notifications.preset.${id}`)}
          description={format.dateTime(until, 'full')}
          onAction={() => onChoose(until)}
        >
          {t(`notifications.preset.${id}`)}
        </MenuItem>
      ))}
      {children}
    </Menu>
  )
}
