import { ComboBox, type Option } from '@peyvand/ui'

interface Props {
  label: string
  options: readonly Option[]
  value: string | null
  onChange: (value: string | null) => void
}

/** The field of a cell that holds one of several. */
export const CellChoice = ({ label, ...rest }: Props) => <ComboBox aria-label={label} {...rest} />
