import { useWords } from '../../gallery/words.ts'
import type { ChainStep } from '../tree/steps-tree.tsx'

export const useSampleSteps = (): readonly ChainStep[] => {
  const say = useWords()
  const [sara, ali, pouya, finance] = [
    say('سارا صادقی', 'Sara Sadeghi'),
    say('علی رضایی', 'Ali Rezaei'),
    say('پویا کریمی', 'Pouya Karimi'),
    say('تیم مالی', 'Finance team'),
  ]
  const action = say('جهت اقدام', 'For action')
  return [
    {
      id: '1',
      from: sara,
      to: ali,
      action,
      tone: 'accent',
      note: say('لطفاً تا چهارشنبه پاسخ دهید.', 'Please answer by Wednesday.'),
      at: '2026-11-21T06:30:00Z',
      seenAt: '2026-11-21T07:10:00Z',
      doneAt: '2026-11-22T09:00:00Z',
      result: say('پاسخ آماده و به امور مالی ارجاع شد.', 'Answer prepared and passed to finance.'),
      children: [
        {
          id: '2',
          from: ali,
          to: finance,
          action: say('جهت تأیید', 'For approval'),
          tone: 'warn',
          at: '2026-11-22T09:00:00Z',
          seenAt: '2026-11-22T09:20:00Z',
          isCurrent: true,
        },
        {
          id: '3',
          from: ali,
          to: pouya,
          action: say('جهت اطلاع', 'For information'),
          at: '2026-11-22T09:00:00Z',
        },
      ],
    },
  ]
}
