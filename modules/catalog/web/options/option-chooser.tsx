import { joinFacts } from '@peyvand/persian'
import { useT } from '@peyvand/platform/web'
import { Callout, CheckboxGroup, RadioGroup } from '@peyvand/ui'
import {
  barredOptions,
  type Configurator,
  checkConfiguration,
  type OptionGroup,
  pressOption,
} from '../../contract/index.ts'
import { useOptionWords } from './use-option-words.ts'

type Props = {
  design: Pick<Configurator, 'groups' | 'rules'>
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
}

/**
 * A product is composed: every group with its options, what does not go together told at the option and barred. Knows
 * nothing that customers may not see.
 */
export const OptionChooser = ({ design, chosen, onChange }: Props) => {
  const words = useOptionWords(design)
  const faults = checkConfiguration(design, chosen)
  return (
    <div className="flex flex-col gap-4">
      {design.groups.map((group) => (
        <Group key={group.id} group={group} design={design} chosen={chosen} onChange={onChange} />
      ))}
      {faults.length > 0 && (
        <Callout tone="warn">
          {faults.map((fault) => {
            const text = words.fault(fault)
            return <p key={text}>{text}</p>
          })}
        </Callout>
      )}
    </div>
  )
}

const nothing = 'nothing'

const Group = ({ group, design, chosen, onChange }: Props & { group: OptionGroup }) => {
  const t = useT()
  const words = useOptionWords(design)
  const barred = barredOptions(design, chosen)
  const options = group.options.map(({ id, name, effect }) => {
    const bar = barred.find(({ optionId }) => optionId === id)
    const why = bar && joinFacts([t('catalog.options.barredBy', { by: words.nameOf(bar.by) }), bar.reason])
    const description = why ?? words.effect(effect)
    return { id, label: name, isDisabled: bar !== undefined, ...(description && { description }) }
  })
  const ofGroup = options.flatMap(({ id }) => (chosen.includes(id) ? [id] : []))
  const press = (id: string) => onChange(pressOption(design, chosen, id))
  if (group.max === 1) {
    const [one = null] = ofGroup
    const none = { id: nothing, label: t('catalog.options.nothing') }
    return (
      <RadioGroup
        label={group.name}
        options={group.min === 0 ? [none, ...options] : options}
        value={one ?? (group.min === 0 ? nothing : null)}
        isRequired={group.min > 0}
        onChange={(id) =>
          id === nothing ? onChange(chosen.filter((other) => !ofGroup.includes(other))) : press(id)
        }
      />
    )
  }
  return (
    <CheckboxGroup
      label={group.name}
      description={words.count(group)}
      options={options}
      value={ofGroup}
      isRequired={group.min > 0}
      onChange={(next) => {
        const pressed = options.find(({ id }) => next.includes(id) !== ofGroup.includes(id))
        if (pressed) press(pressed.id)
      }}
    />
  )
}
