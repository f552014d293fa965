import { PaperView, printFile, useDrawing } from '@peyvand/files/web'
import { getPartyRoute } from '@peyvand/parties/contract'
import {
  FormField,
  fetchFile,
  useProblemText,
  useRoute,
  useSchemaForm,
  useSession,
  useT,
} from '@peyvand/platform/web'
import { Button, CodeField, Dialog, SegmentedControl, TextArea, toast } from '@peyvand/ui'
import { useEffect } from 'react'
import {
  drawEnvelopeRoute,
  Envelope,
  EnvelopeSize,
  type Letter,
  listLetterheadsRoute,
} from '../../contract/index.ts'

/** The envelope of a letter: the receiver's address is taken from their file and may be changed for this print. */
export const EnvelopeDialog = ({ letter, onClose }: { letter: Letter; onClose: () => void }) => {
  const t = useT()
  const problem = useProblemText()
  const { firm } = useSession()
  const receiver = letter.recipients[0]
  const partyId = receiver?.partyId ?? letter.party?.id ?? null
  const party = useRoute(getPartyRoute, { params: { id: partyId ?? '' } }, { enabled: partyId !== null }).data
  const heads = useRoute(listLetterheadsRoute, {}).data?.items ?? []
  const head = heads.find(({ id }) => id === letter.letterheadId) ?? heads.find(({ archived }) => !archived)
  const form = useSchemaForm(Envelope, {
    size: 'DL',
    language: 'fa',
    to: receiver?.name ?? letter.party?.name ?? ' ',
    from: firm.name,
  })
  const address = party?.addresses.find(({ primary }) => primary) ?? party?.addresses[0]
  useEffect(() => {
    const name = receiver?.name ?? letter.party?.name ?? ''
    const place = [address?.city, address?.text].filter(Boolean).join('، ')
    form.setValue('to', [name, receiver?.title, place].filter(Boolean).join('\n'))
    form.setValue('postalCode', address?.postalCode ?? '')
  }, [address, receiver, letter.party, form])
  useEffect(() => {
    form.setValue('from', [firm.name, head?.footer].filter(Boolean).join('\n'))
    form.setValue('language', head?.language ?? 'fa')
    form.setValue('letterheadId', head?.id ?? null)
  }, [head, firm.name, form])
  const body = form.watch()
  const drawing = useDrawing(
    JSON.stringify(body),
    (signal) => fetchFile(drawEnvelopeRoute, { query: { format: 'svg' }, body }, { signal }),
    { delay: 300 },
  )
  const print = async () => {
    try {
      await printFile(await fetchFile(drawEnvelopeRoute, { query: { format: 'pdf' }, body }))
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
    }
  }
  return (
    <Dialog
      isOpen
      size="large"
      title={t('letters.ui.envelope')}
      onOpenChange={onClose}
      footer={
        <>
          <Button kind="primary" onPress={() => void print()}>
            {t('letters.ui.print')}
          </Button>
          <Button onPress={onClose}>{t('web.close')}</Button>
        </>
      }
    >
      <div className="grid gap-4 md:grid-cols-[16rem_minmax(0,1fr)]">
        <div className="flex flex-col gap-3">
          <SegmentedControl
            label={t('letters.ui.size')}
            value={body.size ?? 'DL'}
            options={EnvelopeSize.options.map((id) => ({ id, label: id }))}
            onChange={(size) => form.setValue('size', size)}
          />
          <FormField control={form.control} name="to">
            {(field) => <TextArea {...field} label={t('letters.ui.to')} minRows={4} />}
          </FormField>
          <FormField control={form.control} name="postalCode">
            {(field) => <CodeField {...field} value={field.value ?? ''} label={t('letters.ui.postalCode')} />}
          </FormField>
          <FormField control={form.control} name="from">
            {(field) => <TextArea {...field} label={t('letters.ui.from')} minRows={3} />}
          </FormField>
        </div>
        <PaperView drawing={drawing} label={t('letters.ui.envelope')} className="h-80" />
      </div>
    </Dialog>
  )
}
