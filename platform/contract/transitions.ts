/**
 * A declared table of what may follow what: `{ draft: { send: 'sent' }, … }`.
 * Statuses change only through it.
 */
export type Transitions<State extends string, Action extends string> = Record<
  State,
  Partial<Record<Action, State>>
>

/** The state that an action leads to, or undefined where the table does not allow it. */
export function nextState<S extends string, A extends string>(
  table: Transitions<S, A>,
  from: S,
  action: A,
): S | undefined {
  return table[from][action]
}

/** The actions that the table allows from a state, in the table's order. */
export function allowedActions<S extends string, A extends string>(table: Transitions<S, A>, from: S): A[] {
  return Object.keys(table[from]) as A[]
}
