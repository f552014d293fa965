import { useTeams } from '@peyvand/parties/web'
import { FormFooter, useLeaveGuard, useT } from '@peyvand/platform/web'
import { Button, Callout, Card, MultiSelect, Switch, TextArea, TextField, toast } from '@peyvand/ui'
import { useNavigate } from '@tanstack/react-router'
import { Play } from 'lucide-react'
import { useState } from 'react'
import type { Script } from '../../contract/index.ts'
import type { MergeFields } from '../fields/use-merge-fields.ts'
import { OutcomesEditor } from './outcomes-editor.tsx'
import { ScriptFaults } from './script-faults.tsx'
import { ScriptOutline } from './script-outline.tsx'
import { StepEditor } from './step-editor.tsx'
import { TestRunDrawer } from './test-run-drawer.tsx'
import { mapTexts, useScriptDraft } from './use-script-draft.ts'

type Props = { script: Script | null; merge: MergeFields }

/** Writes a call script without programming: steps, answers and where they lead, checked while it is written. */
export const ScriptEditor = ({ script, merge }: Props) => {
  const t = useT()
  const navigate = useNavigate()
  const [isTesting, setTesting] = useState(false)
  const { draft, change, step, select, addStep, faults, isDirty, isPending, fault, save } = useScriptDraft({
    script,
    merge,
    onSaved: ({ id, name, edition }) => {
      const isNewEdition = script !== null && edition > script.edition
      toast({
        kind: 'ok',
        title: t('templates.ui.saved', { name }),
        ...(isNewEdition && { description: t('templates.ui.newEdition', { edition }) }),
      })
      if (!script) void navigate({ to: `/scripts/${id}` as never, replace: true })
    },
  })
  useLeaveGuard(isDirty && !isPending)
  const { definition } = draft
  const put = (next: typeof definition) => change({ definition: next })
  return (
    <form
      noValidate
      aria-label={t('templates.scripts')}
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      {fault && <Callout tone="bad">{fault}</Callout>}
      <Card>
        <Head draft={draft} change={change} mayBeActive={faults.length === 0} />
      </Card>
      <ScriptFaults definition={definition} faults={faults} onSelect={select} />
      <div className="grid items-start gap-4 lg:grid-cols-[20rem_minmax(0,1fr)]">
        <ScriptOutline
          definition={definition}
          faults={faults}
          selected={step?.id ?? ''}
          onSelect={select}
          onAdd={() => addStep()}
        />
        <div className="flex min-w-0 flex-col gap-4">
          {step && (
            <StepEditor
              key={step.id}
              definition={definition}
              step={step}
              faults={faults}
              merge={merge}
              onChange={put}
              onNewStep={addStep}
            />
          )}
          <OutcomesEditor definition={definition} onChange={put} />
        </div>
      </div>
      <FormFooter>
        <Button type="submit" kind="primary" isPending={isPending}>
          {t('web.save')}
        </Button>
        <Button icon={<Play size={16} aria-hidden />} onPress={() => setTesting(true)}>
          {t('templates.ui.testRun')}
        </Button>
        <Button onPress={() => void navigate({ to: '/scripts' as never })}>{t('web.cancel')}</Button>
      </FormFooter>
      {isTesting && (
        <TestRunDrawer definition={mapTexts(definition, merge.toStored)} onClose={() => setTesting(false)} />
      )}
    </form>
  )
}

type HeadProps = Pick<ReturnType<typeof useScriptDraft>, 'draft' | 'change'> & { mayBeActive: boolean }

const Head = ({ draft, change, mayBeActive }: HeadProps) => {
  const t = useT()
  const teams = useTeams()
  return (
    <div className="flex flex-col gap-3.5">
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,15rem),1fr))] items-start gap-3.5">
        <TextField
          label={t('templates.field.name')}
          isRequired
          maxLength={120}
          value={draft.name}
          onChange={(name) => change({ name })}
        />
        <MultiSelect
          label={t('templates.ui.scriptTeams')}
          placeholder={t('templates.visibility.firm')}
          options={teams}
          value={draft.teamIds}
          onChange={(teamIds) => change({ teamIds })}
        />
      </div>
      <TextArea
        label={t('templates.ui.description')}
        minRows={1}
        maxLength={1000}
        value={draft.description}
        onChange={(description) => change({ description })}
      />
      <Switch
        value={draft.active}
        onChange={(active) => change({ active })}
        isDisabled={!mayBeActive && !draft.active}
        description={t('templates.ui.activeHint')}
      >
        {t('templates.script.active')}
      </Switch>
    </div>
  )
}
