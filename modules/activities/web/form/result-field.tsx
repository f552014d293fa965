import { useValues } from '@peyvand/parties/web'
import { useT } from '@peyvand/platform/web'
import { Select } from '@peyvand/ui'
import { type ActivityKind, resultListOf } from '../../contract/index.ts'

type Props = {
  kind: ActivityKind
  value: string | null
  onChange: (id: string | null) => void
  className?: string
}

/** What came out, from the list of the kind. */
export const ResultField = ({ kind, value, onChange, className }: Props) => {
  const t = useT()
  const options = useValues(resultListOf[kind], value)
  return (
    <Select
      label={t('activities.field.result')}
      options={options}
      isClearable
      value={value}
      onChange={onChange}
      className={className}
    />
  )
}
