import type { OccurrenceScope } from '@peyvand/activities/contract'
import { useT } from '@peyvand/platform/web'
import { Button, Dialog, RadioGroup } from '@peyvand/ui'
import { type ReactNode, useState } from 'react'

interface Question {
  title: string
  options: readonly OccurrenceScope[]
  answer: (scope: OccurrenceScope | null) => void
}

/** Asks how far a change of a series goes; null when the reader thought better of it. */
export function useScopeQuestion(): {
  askScope: (title: string, options?: readonly OccurrenceScope[]) => Promise<OccurrenceScope | null>
  scopeDialog: ReactNode
} {
  const [question, setQuestion] = useState<Question | null>(null)
  return {
    askScope: (title, options = ['this', 'following', 'all']) =>
      new Promise((resolve) =>
        setQuestion({
          title,
          options,
          answer: (scope) => {
            setQuestion(null)
            resolve(scope)
          },
        }),
      ),
    scopeDialog: question && <ScopeDialog {...question} />,
  }
}

const ScopeDialog = ({ title, options, answer }: Question) => {
  const t = useT()
  const [scope, setScope] = useState<OccurrenceScope>('this')
  return (
    <Dialog
      isOpen
      title={title}
      onOpenChange={() => answer(null)}
      footer={
        <>
          <Button kind="primary" onPress={() => answer(scope)}>
            {t('calendar.go')}
          </Button>
          <Button onPress={() => answer(null)}>{t('web.cancel')}</Button>
        </>
      }
    >
      <RadioGroup
        label={t('calendar.scope')}
        value={scope}
        options={options.map((id) => ({ id, label: t(`calendar.scope.${id}`) }))}
        onChange={(next) => {
          if (next) setScope(next as OccurrenceScope)
        }}
      />
    </Dialog>
  )
}
