import { Button, lazyPart, Menu, MenuItem, MenuSection } from '@peyvand/ui'
import { useDataTexts } from '@peyvand/ui/data'
import { Rows3 } from 'lucide-react'
import type { ReactNode } from 'react'
import { MenuTrigger } from 'react-aria-components'
import type { ListField } from '../../contract/index.ts'
import { useT } from '../i18n.ts'
import { groupingOf, groupingsOf } from './use-list-summary.ts'

const GroupUnit = lazyPart(async () => (await import('./group-unit.tsx')).GroupUnit)

type Fields = Readonly<Record<string, ListField>>

interface Props {
  fields: Fields
  value: string | null
  onChange: (by: string | null) => void
}

/** By what a list is grouped and its groups again, times with their unit. */
export function GroupBy({ fields, value, onChange }: Props) {
  const words = useDataTexts()
  const [first = null, second = null] = groupingsOf(value)
  const put = (...parts: (string | null)[]) => onChange(parts.filter((part) => part !== null).join() || null)
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      <GroupMenu
        label={words.groupBy}
        icon={<Rows3 />}
        fields={fields}
        value={first}
        onChange={(by) => put(by, by === null || isSameField(by, second, fields) ? null : second)}
      />
      {first && (
        <GroupMenu
          label={words.thenBy}
          fields={fields}
          except={groupingOf(first, fields).field}
          value={second}
          onChange={(by) => put(first, by)}
        />
      )}
    </div>
  )
}

const isSameField = (by: string, other: string | null, fields: Fields): boolean =>
  other !== null && groupingOf(by, fields).field === groupingOf(other, fields).field

const nothing = 'nothing'

type MenuProps = Props & { label: string; icon?: ReactNode; except?: string }

function GroupMenu({ label, icon, fields, except, value, onChange }: MenuProps) {
  const t = useT()
  const words = useDataTexts()
  const groupable = Object.entries(fields).filter(([key, field]) => field.groupable && key !== except)
  const { field, unit } = value === null ? { field: null, unit: null } : groupingOf(value, fields)
  return (
    <>
      <MenuTrigger>
        <Button size="small" kind="quiet" icon={icon} className={field ? 'text-accent-text!' : ''}>
          {field ? `${label}: ${t(fields[field]?.label ?? '')}` : label}
        </Button>
        <Menu
          aria-label={label}
          selectionMode="single"
          selectedKeys={[field ?? nothing]}
          onSelectionChange={(keys) => {
            const [key] = keys === 'all' ? [] : Array.from(keys, String)
            onChange(key === undefined || key === nothing ? null : key)
          }}
        >
          <MenuItem id={nothing}>{words.noGrouping}</MenuItem>
          <MenuSection title={label}>
            {groupable.map(([key, one]) => (
              <MenuItem key={key} id={key}>
                {t(one.label)}
              </MenuItem>
            ))}
          </MenuSection>
        </Menu>
      </MenuTrigger>
      {field && unit && <GroupUnit value={unit} onChange={(next) => onChange(`${field}.${next}`)} />}
    </>
  )
}
