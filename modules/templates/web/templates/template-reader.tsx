import { usePageTitle, useT } from '@peyvand/platform/web'
import { Breadcrumbs, Callout, Card, PageHeader } from '@peyvand/ui'
import type { Template } from '../../contract/index.ts'
import type { MergeFields } from '../fields/use-merge-fields.ts'
import { PreviewPanel } from './preview-panel.tsx'

type Props = { template: Template; merge: MergeFields }

/** A shared template for those who use it and do not change it. */
export const TemplateReader = ({ template: { name, kind, language, subject, body }, merge }: Props) => {
  const t = useT()
  usePageTitle(name)
  return (
    <div className="flex flex-col gap-3">
      <PageHeader
        title={name}
        subtitle={t(`activities.kind.${kind}`)}
        breadcrumbs={
          <Breadcrumbs items={[{ label: t('templates.nav'), href: '/templates' }, { label: name }]} />
        }
      />
      <Callout>{t('templates.ui.readOnly')}</Callout>
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <Card title={subject ? merge.toShown(subject) : t('templates.ui.body')}>
          <p dir="auto" className="text-prose break-words whitespace-pre-line">
            {merge.toShown(body)}
          </p>
        </Card>
        <PreviewPanel kind={kind} language={language} subject={subject} body={body} merge={merge} />
      </div>
    </div>
  )
}
