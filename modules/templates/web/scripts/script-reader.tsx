import { useT } from '@peyvand/platform/web'
import { Button, Card } from '@peyvand/ui'
import { Play } from 'lucide-react'
import { useState } from 'react'
import type { Script } from '../../contract/index.ts'
import type { MergeFields } from '../fields/use-merge-fields.ts'
import { TestRunDrawer } from './test-run-drawer.tsx'
import { mapTexts } from './use-script-draft.ts'

/** The steps of a script for those who call by it and do not change it. */
export const ScriptReader = ({ script, merge }: { script: Script; merge: MergeFields }) => {
  const t = useT()
  const [isTesting, setTesting] = useState(false)
  const { steps } = mapTexts(script.definition, merge.toShown)
  return (
    <div className="flex flex-col gap-3">
      <span>
        <Button icon={<Play size={16} aria-hidden />} onPress={() => setTesting(true)}>
          {t('templates.ui.testRun')}
        </Button>
      </span>
      {steps.map(({ id, title, text, question }) => (
        <Card key={id} title={title}>
          <p dir="auto" className="text-prose whitespace-pre-line">
            {text}
          </p>
          {question && <p className="mt-2 font-medium">{question.label}</p>}
          {question && question.options.length > 0 && (
            <ul className="ms-5 list-disc text-muted">
              {question.options.map((option) => (
                <li key={option.id}>{option.label}</li>
              ))}
            </ul>
          )}
        </Card>
      ))}
      {isTesting && <TestRunDrawer definition={script.definition} onClose={() => setTesting(false)} />}
    </div>
  )
}
