import type { faUndo } from './fa-undo.ts'

export const enUndo: Record<keyof typeof faUndo, string> = {
  'activities.delete': 'Deletion of an activity',
  'activities.delete.undo': 'Bringing back a deleted activity',
  'activities.did.finish': 'Activities finished',
  'activities.did.reassign': '\u2068{owner}\u2069 made the owner of activities',
  'activities.did.addTags': 'Tags added to activities',
  'activities.did.removeTags': 'Tags removed from activities',
  'activities.did.delete': 'Deletion of many activities',
  'activities.did.deleteOne': 'Deletion of the activity “\u2068{subject}\u2069”',
  'activities.field.parties': 'Parties',
  'activities.field.participants': 'Participants',
  'activities.field.targets': 'Related records',
  'error.activities.restoredMeanwhile': 'This activity was restored already.',
}
