import { FileText, Phone, StickyNote, Users } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../actions/button.tsx'
import { Specimen } from '../../gallery/specimen.tsx'
import { useWords } from '../../gallery/words.ts'
import { Timeline } from '../timeline/timeline.tsx'
import type { TimelineItem } from '../timeline/timeline-types.ts'

const hour = 3_600_000
const now = Date.now()

export const TimelineGallery = () => {
  const say = useWords()
  const [count, setCount] = useState(12)
  const [arrived, setArrived] = useState(3)
  const kinds: readonly Pick<TimelineItem, 'icon' | 'title' | 'tone'>[] = [
    { icon: <Phone />, title: say('تماس ورودی، ۶ دقیقه', 'Incoming call, 6 minutes'), tone: 'ok' },
    { icon: <FileText />, title: say('نامهٔ صادره ۱۴۰۵/۲۱۸', 'Outgoing letter 1405/218'), tone: 'accent' },
    { icon: <Users />, title: say('جلسهٔ حضوری', 'Meeting on site'), tone: 'violet' },
    { icon: <StickyNote />, title: say('یادداشت', 'Note'), tone: 'warn' },
  ]
  const long = say(
    'درخواست پیش‌فاکتور برای بیست دستگاه داده شد و قرار شد تا پایان هفته پاسخ رسمی فرستاده شود. ',
    'A quote for twenty devices was asked for; the formal answer goes out by the end of the week. ',
  )
  const items = Array.from({ length: count }, (_, i): TimelineItem => {
    const kind = kinds[i % kinds.length] ?? { icon: null, title: '' }
    return {
      ...kind,
      id: `event-${i}`,
      occurredAt: new Date(now - i * 7 * hour).toISOString(),
      meta: say('سارا صادقی با بهرام رضایی', 'Sara Sadeghi with Bahram Rezaei'),
      ...(i % 3 === 0 ? { body: long.repeat(i % 2 === 0 ? 8 : 1) } : {}),
    }
  })
  return (
    <Specimen title={say('جریان رویدادها', 'Timeline')}>
      <Timeline
        className="h-120"
        label={say('جریان پرونده', 'File timeline')}
        items={items}
        hasOlder={count < 400}
        onLoadOlder={() => setCount(count + 100)}
        newCount={arrived}
        onShowNew={() => setArrived(0)}
        filter={
          <Button size="small" onPress={() => setCount(400)}>
            {say('نمایش ۴۰۰ رویداد', 'Show 400 items')}
          </Button>
        }
      />
    </Specimen>
  )
}
