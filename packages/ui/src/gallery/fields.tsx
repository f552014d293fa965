import { useState } from 'react'
import { Checkbox } from '../fields/checkbox.tsx'
import { CheckboxGroup } from '../fields/checkbox-group.tsx'
import { CodeField } from '../fields/code-field.tsx'
import { MultiSelect } from '../fields/multi-select.tsx'
import { NumberField } from '../fields/number-field.tsx'
import { PasswordField } from '../fields/password-field.tsx'
import { PhoneField } from '../fields/phone-field.tsx'
import { RadioGroup } from '../fields/radio-group.tsx'
import { SearchField } from '../fields/search-field.tsx'
import { Select } from '../fields/select.tsx'
import { Switch } from '../fields/switch.tsx'
import { TextArea } from '../fields/text-area.tsx'
import { TextField } from '../fields/text-field.tsx'
import { Grid, Specimen } from './specimen.tsx'
import { useWords } from './words.ts'

export const FieldsGallery = () => {
  const say = useWords()
  const [name, setName] = useState('')
  const [title, setTitle] = useState('')
  const [note, setNote] = useState('')
  const [code, setCode] = useState('0016369661')
  const [phone, setPhone] = useState('09123456789')
  const [password, setPassword] = useState('')
  const [query, setQuery] = useState('')
  const [days, setDays] = useState<number | null>(12)
  const stages = [
    { id: 'new', label: say('سرنخ جدید', 'New lead') },
    { id: 'qualified', label: say('ارزیابی‌شده', 'Qualified') },
    {
      id: 'offer',
      label: say('پیشنهاد قیمت', 'Offer'),
      description: say('پیش‌فاکتور فرستاده شده', 'Quote sent'),
    },
    { id: 'lost', label: say('ازدست‌رفته', 'Lost'), isDisabled: true },
  ]
  const [stage, setStage] = useState<string | null>('qualified')
  const [chosen, setChosen] = useState<string[]>(['new', 'offer'])
  const [isOn, turn] = useState(true)
  return (
    <Specimen title={say('فیلدها', 'Fields')}>
      <Grid>
        <TextField
          label={say('نام و نام خانوادگی', 'Full name')}
          placeholder={say('مانند: مریم احمدی', 'e.g. Maryam Ahmadi')}
          value={name}
          onChange={setName}
          isRequired
          errorMessage={name === '' ? say('وارد کردن نام الزامی است.', 'A name is required.') : undefined}
        />
        <TextField
          label={say('سمت', 'Job title')}
          description={say('اختیاری', 'Optional')}
          value={title}
          onChange={setTitle}
        />
        <CodeField label={say('کد ملی', 'National id')} value={code} onChange={setCode} inputMode="numeric" />
        <PhoneField label={say('تلفن همراه', 'Mobile')} value={phone} onChange={setPhone} />
        <PasswordField label={say('رمز عبور', 'Password')} value={password} onChange={setPassword} />
        <NumberField
          label={say('مهلت', 'Deadline')}
          value={days}
          onChange={setDays}
          suffix={say('روز', 'days')}
          minValue={0}
        />
        <SearchField
          label={say('جست‌وجو در همه‌جا', 'Search everywhere')}
          value={query}
          onChange={setQuery}
          shortcut="Ctrl K"
        />
        <Select
          label={say('مرحله', 'Stage')}
          options={stages}
          value={stage}
          onChange={setStage}
          isClearable
        />
        <MultiSelect label={say('مراحل', 'Stages')} options={stages} value={chosen} onChange={setChosen} />
        <TextField label={say('غیرفعال', 'Disabled')} value={say('مقدار', 'Value')} isDisabled />
        <TextField label={say('فقط‌خواندنی', 'Read-only')} value={say('مقدار', 'Value')} isReadOnly />
        <TextArea label={say('یادداشت', 'Note')} value={note} onChange={setNote} />
        <RadioGroup label={say('مرحله', 'Stage')} options={stages} value={stage} onChange={setStage} />
        <CheckboxGroup label={say('مراحل', 'Stages')} options={stages} value={chosen} onChange={setChosen} />
        <div className="flex flex-col gap-1">
          <Checkbox
            value={isOn}
            onChange={turn}
            description={say('تا پایان سال', 'Until the end of the year')}
          >
            {say('یادآوری شود', 'Remind me')}
          </Checkbox>
          <Checkbox isIndeterminate>{say('همهٔ ردیف‌ها', 'All rows')}</Checkbox>
          <Checkbox errorMessage={say('پذیرش قرارداد الزامی است.', 'You must accept the contract.')}>
            {say('قرارداد را می‌پذیرم', 'I accept the contract')}
          </Checkbox>
          <Switch value={isOn} onChange={turn}>
            {say('ارسال پیامک', 'Send text messages')}
          </Switch>
          <Switch isDisabled>{say('غیرفعال', 'Disabled')}</Switch>
        </div>
      </Grid>
    </Specimen>
  )
}
