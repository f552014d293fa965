import { Select } from '@peyvand/ui'
import { useDataTexts } from '@peyvand/ui/data'
import { TimeUnit } from '../../contract/index.ts'

interface Props {
  value: TimeUnit
  onChange: (unit: TimeUnit) => void
}

/** The spans of time by which a list is grouped. */
export function GroupUnit({ value, onChange }: Props) {
  const words = useDataTexts()
  return (
    <Select
      aria-label={words.groupUnit}
      className="w-28"
      options={TimeUnit.options.map((id) => ({ id, label: words.timeUnits[id] }))}
      value={value}
      onChange={(next) => next && onChange(next)}
    />
  )
}
