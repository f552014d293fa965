import { fetchFile, openFile, useProblemText, useT } from '@peyvand/platform/web'
import { Button, Callout, CheckboxGroup, DatePicker, Dialog, NumberField } from '@peyvand/ui'
import { useState } from 'react'
import {
  mostPaperActivities,
  type PaperSection,
  type Party,
  paperSections,
  printPartyRoute,
} from '../../contract/index.ts'

const usualActivities = 30

/** What the printed file is to hold; it opens as PDF in a tab of its own. */
export const PrintDialog = ({ party, onClose }: { party: Party; onClose: () => void }) => {
  const t = useT()
  const problem = useProblemText()
  const [sections, setSections] = useState<PaperSection[]>([...paperSections])
  const [from, setFrom] = useState<string | null>(null)
  const [to, setTo] = useState<string | null>(null)
  const [count, setCount] = useState<number | null>(usualActivities)
  const [isDrawing, setDrawing] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const hasActivities = sections.includes('activities')

  const print = async () => {
    setDrawing(true)
    setFault(null)
    try {
      const query = {
        sections: sections.join(','),
        activities: count ?? usualActivities,
        ...(from ? { from } : {}),
        ...(to ? { to } : {}),
      }
      openFile(await fetchFile(printPartyRoute, { params: { id: party.id }, query }))
      onClose()
    } catch (error) {
      setFault(problem(error))
    } finally {
      setDrawing(false)
    }
  }
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t('parties.print.title', { name: party.name })}
      footer={
        <>
          <Button kind="primary" isPending={isDrawing} onPress={() => void print()}>
            {t('parties.print.open')}
          </Button>
          <Button onPress={onClose}>{t('web.cancel')}</Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {fault && <Callout tone="bad">{fault}</Callout>}
        <CheckboxGroup
          label={t('parties.print.sections')}
          options={paperSections.map((id) => ({ id, label: t(`parties.print.section.${id}`) }))}
          value={sections}
          onChange={(chosen) => setSections(paperSections.filter((one) => chosen.includes(one)))}
        />
        {hasActivities && (
          <div className="grid gap-3.5 sm:grid-cols-3">
            <DatePicker label={t('parties.print.from')} value={from} onChange={setFrom} isClearable />
            <DatePicker label={t('parties.print.to')} value={to} onChange={setTo} isClearable />
            <NumberField
              label={t('parties.print.count')}
              value={count}
              onChange={setCount}
              minValue={1}
              maxValue={mostPaperActivities}
            />
          </div>
        )}
      </div>
    </Dialog>
  )
}
