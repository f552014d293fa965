import { useT } from '@peyvand/platform/web'
import { Select, type SelectProps, useFormat } from '@peyvand/ui'
import type { Rounding } from '../../contract/index.ts'

const steps: readonly Rounding[] = [0, 1000, 10_000]

type Props = Omit<SelectProps<string>, 'options' | 'value' | 'onChange'> & {
  value: Rounding
  onChange: (value: Rounding) => void
}

/** To how many Rial a total is rounded. */
export const RoundingField = ({ value, onChange, ...field }: Props) => {
  const t = useT()
  const format = useFormat()
  return (
    <Select
      {...field}
      label={t('documents.field.roundTo')}
      options={steps.map((step) => ({
        id: String(step),
        label:
          step === 0
            ? t('documents.ui.noRounding')
            : t('documents.ui.roundTo', { amount: format.money(String(step)) }),
      }))}
      value={String(value)}
      onChange={(chosen) => {
        const step = steps.find((one) => String(one) === chosen)
        if (step !== undefined) onChange(step)
      }}
    />
  )
}
