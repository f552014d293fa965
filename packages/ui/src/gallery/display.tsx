import { Inbox } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../actions/button.tsx'
import { Avatar } from '../display/avatar.tsx'
import { Badge } from '../display/badge.tsx'
import { Bdi } from '../display/bdi.tsx'
import { Callout } from '../display/callout.tsx'
import { DescriptionList } from '../display/description-list.tsx'
import { EmptyState } from '../display/empty-state.tsx'
import { Kbd } from '../display/kbd.tsx'
import { KpiTile } from '../display/kpi-tile.tsx'
import { ProgressBar } from '../display/progress-bar.tsx'
import { Skeleton, SkeletonGroup } from '../display/skeleton.tsx'
import { Spinner } from '../display/spinner.tsx'
import { StatusPill } from '../display/status-pill.tsx'
import { Steps } from '../display/steps.tsx'
import { Tag } from '../display/tag.tsx'
import { TagList } from '../display/tag-list.tsx'
import { Card } from '../layout/card.tsx'
import { useFormat } from '../provider/use-format.ts'
import { Row, Specimen } from './specimen.tsx'
import { useWords } from './words.ts'

const course = [4, 6, 5, 8, 7, 9, 8, 11, 10, 12, 11, 14]

export const DisplayGallery = () => {
  const say = useWords()
  const format = useFormat()
  const [step, setStep] = useState('map')
  const names = [
    say('سارا صادقی', 'Sara Sadeghi'),
    say('پویا رضایی', 'Pouya Rezaei'),
    say('نرگس نیک‌نژاد', 'Narges Niknezhad'),
  ]
  return (
    <>
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
        <KpiTile
          label={say('سرنخ جدید', 'New leads')}
          figure={format.number(1240)}
          change={0.12}
          note={say('نسبت به ماه پیش', 'from last month')}
          spark={course}
          href="#leads"
        />
        <KpiTile
          label={say('فروش این ماه', 'Sales this month')}
          figure={say('۱۲٫۴ میلیارد', '12.4 bn')}
          change={-0.034}
          spark={course.toReversed()}
        />
        <KpiTile
          label={say('تیکت باز', 'Open tickets')}
          figure={format.number(38)}
          change={0.2}
          goodDirection="down"
        />
        <KpiTile
          label={say('میانگین پاسخ', 'Mean response')}
          figure={say('۲ ساعت', '2 h')}
          note={say('هدف: ۴ ساعت', 'target: 4 h')}
        />
      </div>
      <Specimen title={say('نشانه‌ها', 'Marks')}>
        <Row>
          <StatusPill tone="accent">{say('سرنخ جدید', 'New')}</StatusPill>
          <StatusPill tone="ok">{say('موفق', 'Won')}</StatusPill>
          <StatusPill tone="warn">{say('در انتظار', 'Waiting')}</StatusPill>
          <StatusPill tone="bad">{say('معوق', 'Overdue')}</StatusPill>
          <StatusPill tone="violet">{say('ارزیابی‌شده', 'Qualified')}</StatusPill>
          <StatusPill>{say('پیش‌نویس', 'Draft')}</StatusPill>
          <Badge tone="accent">{format.number(12)}</Badge>
          <Tag>{say('صادرات', 'Export')}</Tag>
          <TagList
            label={say('برچسب‌ها', 'Tags')}
            tags={[
              { id: 'vip', label: 'VIP' },
              { id: 'fair', label: say('نمایشگاه', 'Fair'), tone: 'violet' },
            ]}
            onRemove={() => undefined}
          />
          <Kbd>Ctrl K</Kbd>
          <Spinner />
        </Row>
        <Row>
          {names.map((name) => (
            <span key={name} className="inline-flex items-center gap-2">
              <Avatar name={name} size={32} />
              {name}
            </span>
          ))}
          <Avatar name={say('شرکت داروسازی سپهر', 'Sepehr Pharma')} shape="square" size={40} />
          <span>
            {say('تلفن', 'Phone')} <Bdi>{format.phone('+989123456789')}</Bdi>
          </span>
        </Row>
        <Steps
          current={step}
          onGoTo={setStep}
          steps={[
            { id: 'file', label: say('انتخاب فایل', 'Choose file') },
            { id: 'map', label: say('تطبیق ستون‌ها', 'Map columns') },
            { id: 'check', label: say('بررسی', 'Check') },
          ]}
        />
        <ProgressBar label={say('ورود اطلاعات', 'Import')} value={0.42} />
        <ProgressBar label={say('آماده‌سازی', 'Preparing')} />
      </Specimen>
      <div className="grid items-start gap-3 lg:grid-cols-2">
        <Card
          title={say('مشخصات', 'Details')}
          actions={<Button size="small">{say('ویرایش', 'Edit')}</Button>}
        >
          <DescriptionList
            items={[
              { label: say('کد مشتری', 'Code'), value: <Bdi>{format.digits('C-1405-0012')}</Bdi> },
              { label: say('آخرین تماس', 'Last call'), value: format.dateTime('2026-11-22T11:00:00Z') },
              { label: say('مانده', 'Balance'), value: format.money('-1234567') },
              { label: say('معرف', 'Introduced by'), value: null },
            ]}
          />
        </Card>
        <Card title={say('در حال بارگذاری', 'Loading')}>
          <SkeletonGroup className="flex flex-col gap-2.5">
            <Skeleton width="40%" />
            <Skeleton />
            <Skeleton width="70%" />
          </SkeletonGroup>
        </Card>
        <Card isFlush title={say('پیوست‌ها', 'Attachments')}>
          <EmptyState
            icon={<Inbox />}
            title={say('پیوستی نیست', 'No attachments')}
            action={<Button>{say('افزودن', 'Add')}</Button>}
          >
            {say('فایل را بکشید یا انتخاب کنید.', 'Drop a file or choose one.')}
          </EmptyState>
        </Card>
        <div className="flex flex-col gap-2">
          <Callout title={say('نکته', 'Note')}>
            {say('این مشتری دو پرونده دارد.', 'This customer has two files.')}
          </Callout>
          <Callout tone="ok">{say('با موفقیت ذخیره شد.', 'Saved.')}</Callout>
          <Callout tone="warn" action={<Button size="small">{say('بررسی', 'Review')}</Button>}>
            {say('سقف اعتبار نزدیک است.', 'The credit limit is near.')}
          </Callout>
          <Callout tone="bad" title={say('تماس نگیرید', 'Do not contact')} />
        </div>
      </div>
    </>
  )
}
