import type { Condition, RelationCondition } from '../../contract/index.ts'

/** How a filter is put to the planner; whatever the wording, the rows are the same. */
export interface Wording {
  /**
   * Conditions are asked of each row that comes, which the planner cannot turn round: for the first rows of an order
   * when it is known that very many match, whatever the planner expects.
   */
  each?: boolean | undefined
  /** These conditions too are asked of each row; of relations, the records of each row are looked at and not all. */
  askEach?: ReadonlySet<Condition | RelationCondition> | undefined
  /** The only records that can hold the text of a condition, or have so many related ones. */
  holders?: ReadonlyMap<Condition | RelationCondition, readonly string[]> | undefined
}
