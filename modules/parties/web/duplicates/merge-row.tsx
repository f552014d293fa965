import { useT } from '@peyvand/platform/web'
import type { Side } from './merge-choices.ts'
import { fieldValue, type Pair } from './merge-choices.ts'
import { useMergeWords } from './use-merge-words.ts'

type Choice = Side | 'both'
type Props = { field: string; pair: Pair; choice: Choice; onChoose: (choice: Choice) => void }

/** One field of both records; the marked value stays. */
export const MergeRow = ({ field, pair, choice, onChoose }: Props) => {
  const t = useT()
  const words = useMergeWords()
  const label = words.label(field)
  const options: readonly (readonly [Choice, string | null])[] = [
    ['first', words.value(field, fieldValue(pair.first, field))],
    ['second', words.value(field, fieldValue(pair.second, field))],
    ...(field === 'notes' ? ([['both', t('parties.duplicates.both')]] as const) : []),
  ]
  return (
    <li>
      <fieldset className="grid grid-cols-2 gap-x-2.5 gap-y-1">
        <legend className="mb-1 text-meta font-medium text-muted">{label}</legend>
        {options.map(([option, text]) => (
          <label
            key={option}
            className="flex min-h-control min-w-0 cursor-pointer items-start gap-2 rounded-control border border-line px-2.5 py-1.5 has-checked:border-accent has-checked:bg-accent-soft pointer-coarse:min-h-11"
          >
            <input
              type="radio"
              name={`merge ${field}`}
              checked={choice === option}
              onChange={() => onChoose(option)}
              className="mt-1 size-4 shrink-0 accent-accent"
            />
            <span className={`min-w-0 break-words ${text === null ? 'text-muted' : ''}`}>
              {text ?? t('parties.duplicates.empty')}
            </span>
          </label>
        ))}
      </fieldset>
    </li>
  )
}
