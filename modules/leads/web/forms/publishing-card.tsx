import { callApi, FormField, invalidateTopics, useProblemText, useT } from '@peyvand/platform/web'
import { Button, ButtonLink, Card, confirm, copyText, toast } from '@peyvand/ui'
import { Copy, ExternalLink, RefreshCw } from 'lucide-react'
import { type LeadForm, renewLeadFormRoute } from '../../contract/index.ts'
import { ListField } from '../fields/list-field.tsx'
import type { FormControl } from './form-designer.tsx'

/** Where the form is found, and which sites may show it. */
export const PublishingCard = ({ control, form }: { control: FormControl; form?: LeadForm }) => {
  const t = useT()
  return (
    <Card title={t('leads.ui.publishing')}>
      <div className="flex flex-col gap-3.5">
        <FormField control={control} name="origins">
          {(field) => (
            <ListField
              {...field}
              dir="ltr"
              label={t('leads.ui.origins')}
              description={t('leads.ui.originsHint')}
            />
          )}
        </FormField>
        {form ? <Address form={form} /> : <p className="text-muted">{t('leads.ui.savedFirst')}</p>}
      </div>
    </Card>
  )
}

const Address = ({ form: { id, url, embed } }: { form: LeadForm }) => {
  const t = useT()
  const problem = useProblemText()
  const renew = async () => {
    const isSure = await confirm({
      title: t('leads.ui.renewTitle'),
      body: t('leads.ui.renewBody'),
      confirmLabel: t('leads.ui.renew'),
      isDanger: true,
    })
    if (!isSure) return
    try {
      await callApi(renewLeadFormRoute, { params: { id } })
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
    }
    await invalidateTopics(['leads'])
  }
  return (
    <>
      <Copied label={t('leads.ui.address')} text={url} />
      <Copied label={t('leads.ui.embed')} text={embed} />
      <span className="flex flex-wrap gap-2">
        <ButtonLink href={url} target="_blank" icon={<ExternalLink size={16} aria-hidden />}>
          {t('leads.ui.openForm')}
        </ButtonLink>
        <Button icon={<RefreshCw size={16} aria-hidden />} onPress={() => void renew()}>
          {t('leads.ui.renew')}
        </Button>
      </span>
    </>
  )
}

const Copied = ({ label, text }: { label: string; text: string }) => {
  const t = useT()
  const copy = async () => {
    await copyText(text)
    toast({ kind: 'ok', title: t('leads.ui.copied') })
  }
  return (
    <div className="flex flex-col gap-1">
      <span className="text-body font-medium">{label}</span>
      <span className="flex items-start gap-2">
        <code dir="ltr" className="min-w-0 flex-1 rounded-control bg-surface-2 px-3 py-2 text-meta break-all">
          {text}
        </code>
        <Button size="small" icon={<Copy size={15} aria-hidden />} onPress={() => void copy()}>
          {t('leads.ui.copy')}
        </Button>
      </span>
    </div>
  )
}
