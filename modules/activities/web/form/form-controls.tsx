import { bindField, DatePicker, DateTimeField, NumberField } from '@peyvand/ui'
import { Controller, useFormContext } from 'react-hook-form'
import type { ActivityFormValues } from './activity-form-values.ts'

type MomentProps = { name: 'at' | 'endsAt'; label: string }

export const MomentField = ({ name, label }: MomentProps) => {
  const { control } = useFormContext<ActivityFormValues>()
  return (
    <Controller
      control={control}
      name={name}
      render={(f) => <DateTimeField label={label} {...bindField(f)} />}
    />
  )
}

type DayProps = { name: 'dueOn' | 'letterDate'; label: string }

export const DayField = ({ name, label }: DayProps) => {
  const { control } = useFormContext<ActivityFormValues>()
  return (
    <Controller
      control={control}
      name={name}
      render={(f) => <DatePicker label={label} isClearable {...bindField(f)} />}
    />
  )
}

type CountProps = {
  name: 'durationMinutes' | 'enclosures' | 'pages' | 'progress'
  label: string
  suffix?: string
  minValue?: number
  maxValue?: number
}

export const CountField = ({ name, label, suffix, minValue = 0, maxValue }: CountProps) => {
  const { control } = useFormContext<ActivityFormValues>()
  return (
    <Controller
      control={control}
      name={name}
      render={(f) => {
        const { onChange, ...field } = bindField(f)
        return (
          <NumberField
            label={label}
            minValue={minValue}
            {...(maxValue !== undefined && { maxValue })}
            {...(suffix && { suffix })}
            {...field}
            // A task's progress is a number, always.
            onChange={(value) => onChange(name === 'progress' ? (value ?? 0) : value)}
          />
        )
      }}
    />
  )
}
