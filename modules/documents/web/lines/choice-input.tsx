import { cx, type Option, Spinner } from '@peyvand/ui'
import {
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { Popover } from 'react-aria-components'
import { cellInputClass, type EditEnd, endOf } from './cell-input.tsx'

interface Props {
  label: string
  text: string
  /** The first letter of a new text, where the edit began by typing it. */
  typed: string | null
  load: (text: string, signal: AbortSignal) => Promise<readonly Option[]>
  /** Shown where nothing is found. */
  empty: ReactNode
  /** Shown where nothing can be looked for now; what is typed is given on as a text. */
  unreachable: ReactNode
  /** Offered after what is found. */
  otherwise?: (text: string) => Option | null
  onChoose: (id: string, end: EditEnd) => void
  /** A text without a choice; null where the cell stays as it was. */
  onWrite: (text: string | null, end: EditEnd) => void
}

/** A choice in a cell, found while it is typed. What is typed faster than the answer comes is given on as a text. */
export const ChoiceInput = (props: Props) => {
  const { label, text, typed, load, empty, unreachable, otherwise, onChoose, onWrite } = props
  const [draft, setDraft] = useState(typed ?? text)
  const isChanged = draft !== text
  const wanted = isChanged ? draft.trim() : ''
  const answer = useAnswer(load, wanted)
  const found = answer?.options ?? []
  const other = wanted ? otherwise?.(wanted) : null
  const options = other ? [...found, other] : found
  // Where nobody moved yet, Enter takes the first that the present text has found.
  const [moved, setMoved] = useState<number | null>(null)
  const at = moved ?? (wanted !== '' && answer?.text === wanted && !answer.hasFailed ? 0 : -1)
  const isOver = useRef(false)
  const input = useRef<HTMLInputElement>(null)
  const listId = useId()
  useLayoutEffect(() => {
    input.current?.focus()
    if (typed === null) input.current?.select()
  }, [typed])

  const end = (act: () => void) => {
    if (isOver.current) return
    isOver.current = true
    act()
  }
  const choose = (option: Option, how: EditEnd) => end(() => onChoose(option.id, how))
  const write = (how: EditEnd) => end(() => onWrite(isChanged ? draft.trim() : null, how))
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const isMove = event.key === 'ArrowDown' || event.key === 'ArrowUp'
    const how = isMove ? null : endOf(event, false)
    if (!isMove && !how) return
    event.preventDefault()
    event.stopPropagation()
    if (isMove) {
      const step = event.key === 'ArrowDown' ? 1 : -1
      const from = at < 0 && step < 0 ? 0 : at
      setMoved((from + step + options.length) % Math.max(1, options.length))
      return
    }
    if (!how) return
    if (event.key === 'Escape') return end(() => onWrite(null, 'stay'))
    const option = options[at]
    if (option) choose(option, how)
    else write(how)
  }
  return (
    <>
      <input
        ref={input}
        role="combobox"
        aria-label={label}
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={options[at] ? `${listId}-${at}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        maxLength={200}
        value={draft}
        onChange={({ target }) => {
          setDraft(target.value)
          setMoved(null)
        }}
        onKeyDown={onKeyDown}
        onBlur={() => write('stay')}
        className={cellInputClass}
      />
      <Popover
        isOpen
        isNonModal
        triggerRef={input}
        placement="bottom start"
        offset={2}
        className="w-80 max-w-[90vw] overflow-auto rounded-panel border border-line bg-surface shadow-2"
      >
        <div id={listId} role="listbox" aria-label={label} className="max-h-72 overflow-auto p-1">
          {options.map((option, index) => (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the keys are the input's
            <div
              key={option.id}
              id={`${listId}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              // The input keeps the focus, or leaving it would end the edit before the choice.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => choose(option, 'next')}
              className={cx(
                'flex min-h-control cursor-pointer flex-col justify-center rounded-tag px-2.5 py-1 text-body hover:bg-surface-2',
                index === at && 'bg-surface-2',
              )}
            >
              <span className="truncate">{option.label}</span>
              {option.description && (
                <span className="truncate text-meta text-muted">{option.description}</span>
              )}
            </div>
          ))}
          {(options.length === 0 || answer?.hasFailed) && (
            <div role="presentation" className="flex min-h-control items-center px-2.5 text-body text-muted">
              {answer ? answer.hasFailed ? unreachable : empty : <Spinner size={16} />}
            </div>
          )}
        </div>
      </Popover>
    </>
  )
}

const typingPause = 150

interface Answer {
  /** What was asked. */
  text: string
  options: readonly Option[]
  hasFailed: boolean
}

/** The newest answer. */
function useAnswer(load: Props['load'], text: string): Answer | null {
  const [answer, setAnswer] = useState<Answer | null>(null)
  const ask = useRef(load)
  useEffect(() => {
    ask.current = load
  })
  useEffect(() => {
    const abort = new AbortController()
    const learn = (options: readonly Option[], hasFailed = false) => {
      if (!abort.signal.aborted) setAnswer({ text, options, hasFailed })
    }
    const timer = setTimeout(
      () => void ask.current(text, abort.signal).then(learn, () => learn([], true)),
      typingPause,
    )
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [text])
  return answer
}
