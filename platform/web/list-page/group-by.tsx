import { Button, lazyPart, Menu, MenuItem, MenuSection } from '@peyvand/ui'
import { useDataTexts } from '@peyvand/ui/data'
import { Rows3 } from 'lucide-react'
import { MenuTrigger } from 'react-aria-components'
import type { ListField } from '../../contract/index.ts'
import { useT } from '../i18n.ts'
import { groupingOf } from './use-list-summary.ts'

const GroupUnit = lazyPart(async () => (await import('./group-unit.tsx')).GroupUnit)

interface Props {
  fields: Readonly<Record<string, ListField>>
  value: string | null
  onChange: (by: string | null) => void
}

const nothing = 'nothing'

/** By what a list is grouped, times with their unit. */
export function GroupBy({ fields, value, onChange }: Props) {
  const t = useT()
  const words = useDataTexts()
  const groupable = Object.entries(fields).filter(([, field]) => field.groupable)
  const { field, unit } = value === null ? { field: null, unit: null } : groupingOf(value, fields)
  return (
    <div className="flex items-center gap-1.5">
      <MenuTrigger>
        <Button size="small" kind="quiet" icon={<Rows3 />} className={field ? 'text-accent-text!' : ''}>
          {field ? `${words.groupBy}: ${t(fields[field]?.label ?? '')}` : words.groupBy}
        </Button>
        <Menu
          aria-label={words.groupBy}
          selectionMode="single"
          selectedKeys={[field ?? nothing]}
          onSelectionChange={(keys) => {
            const [key] = keys === 'all' ? [] : Array.from(keys, String)
            onChange(key === undefined || key === nothing ? null : key)
          }}
        >
          <MenuItem id={nothing}>{words.noGrouping}</MenuItem>
          <MenuSection title={words.groupBy}>
            {groupable.map(([key, { label }]) => (
              <MenuItem key={key} id={key}>
                {t(label)}
              </MenuItem>
            ))}
          </MenuSection>
        </Menu>
      </MenuTrigger>
      {field && unit && <GroupUnit value={unit} onChange={(next) => onChange(`${field}.${next}`)} />}
    </div>
  )
}
