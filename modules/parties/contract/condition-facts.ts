import type { Party } from './parties.ts'

/** What conditions of own fields may ask of a party, by the names of the API: `record.levelId`. */
export const partyFacts = ({
  kind,
  gender,
  groups,
  level,
  leadSource,
  industry,
}: Pick<Party, 'kind' | 'gender' | 'groups' | 'level' | 'leadSource' | 'industry'>): Record<
  string,
  unknown
> => ({
  kind,
  gender,
  groups: groups.flatMap(({ key, until }) => (until === null ? [key] : [])),
  levelId: level?.id ?? null,
  leadSourceId: leadSource?.id ?? null,
  industryId: industry?.id ?? null,
})
