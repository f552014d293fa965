import { useState } from 'react'
import { Calendar } from '../dates/calendar.tsx'
import { DateField } from '../dates/date-field.tsx'
import { DatePicker } from '../dates/date-picker.tsx'
import { DateRangePicker, type DateRangeValue } from '../dates/date-range-picker.tsx'
import { DateTimeField } from '../dates/date-time-field.tsx'
import { TimeField } from '../dates/time-field.tsx'
import { Grid, Specimen } from './specimen.tsx'
import { useWords } from './words.ts'

export const DatesGallery = () => {
  const say = useWords()
  const [day, setDay] = useState<string | null>('2026-11-22')
  const [birth, setBirth] = useState<string | null>(null)
  const [range, setRange] = useState<DateRangeValue | null>({ from: '2026-11-22', to: '2026-12-01' })
  const [time, setTime] = useState<string | null>('14:30')
  const [instant, setInstant] = useState<string | null>('2026-11-22T11:00:00Z')
  return (
    <Specimen title={say('تاریخ و ساعت', 'Dates and times')}>
      <Grid>
        <DatePicker label={say('تاریخ پیگیری', 'Follow-up')} value={day} onChange={setDay} isClearable />
        <DateRangePicker label={say('بازهٔ قرارداد', 'Contract period')} value={range} onChange={setRange} />
        <DateTimeField label={say('زمان جلسه', 'Meeting time')} value={instant} onChange={setInstant} />
        <DateField
          label={say('تاریخ تولد', 'Birth date')}
          value={birth}
          onChange={setBirth}
          errorMessage={
            birth === null ? say('وارد کردن تاریخ تولد الزامی است.', 'A birth date is required.') : undefined
          }
        />
        <TimeField label={say('ساعت', 'Time')} value={time} onChange={setTime} />
        <DatePicker label={say('غیرفعال', 'Disabled')} value="2026-11-22" isDisabled />
        <DatePicker label={say('فقط‌خواندنی', 'Read-only')} value="2026-11-22" isReadOnly />
        <div>
          <Calendar label={say('تقویم', 'Calendar')} value={day} onChange={setDay} />
        </div>
      </Grid>
    </Specimen>
  )
}
