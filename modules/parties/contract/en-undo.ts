import type { faUndo } from './fa-undo.ts'

export const enUndo: Record<keyof typeof faUndo, string> = {
  'parties.delete': 'Deletion of a file',
  'parties.delete.undo': 'Bringing back a deleted file',
  'parties.did.assign': '{owner} made the owner',
  'parties.did.unassign': 'Owner taken off',
  'parties.did.update': 'Change of {fields}',
  'parties.did.addTags': 'Tags added: {names}',
  'parties.did.removeTags': 'Tags removed: {names}',
  'parties.did.join': 'Added to the group “{group}”',
  'parties.did.leave': 'Taken out of the group “{group}”',
  'parties.did.delete': 'Deletion of many files',
  'parties.did.restore': 'Many files taken out of the recycle bin',
  'parties.did.merge': '“{merged}” merged into “{survivor}”',
  'parties.did.deleteOne': 'Deletion of the file “{name}”',
  'parties.field.inGroup': 'Group “{group}”',
  'parties.field.mergedWith': 'Merged with',
  'parties.field.mergedInto': 'Merged into',
  'error.parties.purgedMeanwhile': 'This file was deleted for ever.',
  'error.parties.restoredMeanwhile': 'This file was taken out of the recycle bin already.',
}
