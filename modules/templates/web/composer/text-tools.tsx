import type { WrittenText } from '@peyvand/activities/web'
import { useT } from '@peyvand/platform/web'
import { Button } from '@peyvand/ui'
import { BookmarkPlus } from 'lucide-react'
import { useState } from 'react'
import type { TemplateGap } from '../../contract/index.ts'
import { useMergeFields } from '../fields/use-merge-fields.ts'
import { GapList } from '../text/gap-list.tsx'
import { SmsCounter } from '../text/sms-counter.tsx'
import { SaveTemplateDrawer } from './save-template-drawer.tsx'
import { TemplatePicker } from './template-picker.tsx'

/** Under the text of an activity: write with a template, keep what was written as one. Fills `activities.text`. */
export const TextTools = (written: WrittenText) => {
  const t = useT()
  const merge = useMergeFields()
  const [isSaving, setSaving] = useState(false)
  const [filled, setFilled] = useState<{ body: string; gaps: readonly TemplateGap[] } | null>(null)
  // What was missing is no longer true once somebody writes on.
  const gaps = filled && filled.body === written.body ? filled.gaps : []
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex flex-wrap items-center gap-1">
        <TemplatePicker
          written={written}
          onFilled={({ body, gaps: holes }) => setFilled({ body, gaps: holes })}
        />
        {written.body.trim() !== '' && merge.isLoaded && (
          <Button
            kind="quiet"
            size="small"
            icon={<BookmarkPlus size={16} aria-hidden />}
            onPress={() => setSaving(true)}
          >
            {t('templates.ui.saveAs')}
          </Button>
        )}
        {written.kind === 'sms' && (
          <span className="ms-auto">
            <SmsCounter text={written.body} />
          </span>
        )}
      </div>
      <GapList gaps={gaps} merge={merge} />
      {isSaving && <SaveTemplateDrawer written={written} merge={merge} onClose={() => setSaving(false)} />}
    </div>
  )
}
