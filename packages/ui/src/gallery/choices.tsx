import { useState } from 'react'
import { Checklist, type ChecklistItem } from '../fields/checklist.tsx'
import { ComboBox } from '../fields/combo-box.tsx'
import { FileButton } from '../fields/file-button.tsx'
import { FileDrop } from '../fields/file-drop.tsx'
import { FormErrors } from '../fields/form-errors.tsx'
import { MoneyField } from '../fields/money-field.tsx'
import type { Option } from '../fields/option.ts'
import { TagPicker } from '../fields/tag-picker.tsx'
import { toast } from '../overlays/toast.ts'
import { Grid, Specimen } from './specimen.tsx'
import { useWords } from './words.ts'

export const ChoicesGallery = () => {
  const say = useWords()
  const companies: Option[] = [
    { id: 'sepehr', label: say('داروسازی سپهر', 'Sepehr Pharma'), description: say('تهران', 'Tehran') },
    { id: 'damavand', label: say('لبنیات دماوند', 'Damavand Dairy'), description: say('دماوند', 'Damavand') },
    { id: 'karun', label: say('کشت‌وصنعت کارون', 'Karun Agriculture'), description: say('شوشتر', 'Shushtar') },
  ]
  const [company, setCompany] = useState<string | null>('sepehr')
  const [remote, setRemote] = useState<string | null>(null)
  const [tags, setTags] = useState<Option[]>([
    { id: 'vip', label: 'VIP' },
    { id: 'fair', label: say('نمایشگاه', 'Fair') },
  ])
  const [rial, setRial] = useState<string | null>('1808800')
  const [toman, setToman] = useState<string | null>('125000000')
  const [items, setItems] = useState<ChecklistItem[]>([
    { id: '1', text: say('تماس با مدیر خرید', 'Call the purchasing manager'), isDone: true },
    { id: '2', text: say('فرستادن پیش‌فاکتور', 'Send the quote'), isDone: false },
  ])
  const taken = (files: File[]) => toast({ kind: 'ok', title: files.map(({ name }) => name).join('، ') })
  return (
    <Specimen title={say('مبلغ، انتخاب و فایل', 'Money, choice and files')}>
      <FormErrors
        errors={[{ path: 'name', message: say('وارد کردن نام الزامی است.', 'A name is required.') }]}
        onGoTo={() => undefined}
      />
      <Grid>
        <MoneyField label={say('ارزش برآوردی', 'Estimated value')} value={rial} onChange={setRial} />
        <MoneyField label={say('پیش‌پرداخت', 'Prepayment')} unit="toman" value={toman} onChange={setToman} />
        <ComboBox
          label={say('شرکت', 'Company')}
          options={companies}
          value={company}
          onChange={setCompany}
          onCreate={(name) => toast({ title: name })}
        />
        <ComboBox
          label={say('شرکت (از سرور)', 'Company (from the server)')}
          loadOptions={(text) =>
            new Promise((resolve) => {
              setTimeout(() => resolve(companies.filter(({ label }) => label.includes(text))), 400)
            })
          }
          value={remote}
          onChange={setRemote}
        />
        <TagPicker
          label={say('برچسب‌ها', 'Tags')}
          options={[...companies, { id: 'vip', label: 'VIP' }]}
          value={tags}
          onChange={setTags}
          onCreate={(label) => setTags([...tags, { id: label, label }])}
        />
        <Checklist label={say('گام‌های کار', 'Steps of the task')} items={items} onChange={setItems} />
        <FileDrop
          onFiles={taken}
          accept={['.xlsx', '.csv']}
          maxBytes={5 * 1024 * 1024}
          description={say('اکسل یا CSV تا ۵ مگابایت', 'Excel or CSV up to 5 MB')}
        />
        <div>
          <FileButton onFiles={taken}>{say('انتخاب تصویر', 'Choose a picture')}</FileButton>
        </div>
      </Grid>
    </Specimen>
  )
}
