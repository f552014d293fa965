import { FormFooter, useT } from '@peyvand/platform/web'
import { Breadcrumbs, PageHeader, Steps } from '@peyvand/ui'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { type WizardStep, wizardSteps } from './steps.ts'

type Props = {
  step: WizardStep
  /** Name of the file, once there is one. */
  fileName?: string
  subtitle?: ReactNode
  actions?: ReactNode
  /** Leads back to a step that is done. */
  onGoTo?: (step: WizardStep) => void
  children: ReactNode
  /** Buttons at the bottom, the one that leads on first. */
  footer?: ReactNode
}

/** What every step of the wizard has in common: where one is, the step itself, the way on. */
export const StepFrame = ({ step, fileName, subtitle, actions, onGoTo, children, footer }: Props) => {
  const t = useT()
  const navigate = useNavigate()
  return (
    <div className="flex h-full min-h-0 flex-col gap-4 overflow-y-auto">
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            items={[{ label: t('imports.nav'), href: '/imports' }, { label: fileName ?? t('imports.new') }]}
          />
        }
        title={fileName ? <bdi className="break-all">{fileName}</bdi> : t('imports.new')}
        subtitle={subtitle}
        actions={actions}
      />
      <Steps
        label={t('imports.steps')}
        steps={wizardSteps.map((id) => ({ id, label: t(`imports.step.${id}`) }))}
        current={step}
        {...(onGoTo && {
          onGoTo: (id: string) =>
            id === 'upload' ? void navigate({ to: '/imports/new' as never }) : onGoTo(id as WizardStep),
        })}
      />
      <div className="flex flex-col gap-4">{children}</div>
      {footer && <FormFooter>{footer}</FormFooter>}
    </div>
  )
}
