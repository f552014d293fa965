import type { faMerge } from './fa-merge.ts'

/** Texts of the review and merge of duplicates. */
export const enMerge: Record<keyof typeof faMerge, string> = {
  'parties.duplicates': 'Duplicates',
  'parties.duplicates.find': 'Compare again',
  'parties.duplicates.foundAt': 'Last compared: {when}',
  'parties.duplicates.neverFound': 'The files have not been compared yet; it happens every night by itself.',
  'parties.duplicates.show': 'Which pairs',
  'parties.duplicates.open': 'To review',
  'parties.duplicates.notOnes': 'Not duplicates',
  'parties.duplicates.queue': 'Pairs to review',
  'parties.duplicates.score': '{score, number}%',
  'parties.duplicates.more': 'More pairs',
  'parties.duplicates.backToList': 'Back to the pairs',
  'parties.duplicates.none': 'No pairs to review',
  'parties.duplicates.noneHint':
    'Files with the same name, phone or e-mail are found every night and come here.',
  'parties.duplicates.compare': 'Two files compared',
  'parties.duplicates.survivor': 'The file that stays',
  'parties.duplicates.stays': 'This file stays',
  'parties.duplicates.keepThis': 'Keep this file',
  'parties.duplicates.enteredOn': 'Entered {date}',
  'parties.duplicates.holds':
    '{contacts, plural, one {# contact point} other {# contact points}}, {links, plural, one {# relation} other {# relations}}',
  'parties.duplicates.same': 'The details of the two files do not differ.',
  'parties.duplicates.allMoves':
    'Contact points, addresses, groups, relations, tags, files and the whole timeline go to the file that stays. The other goes to the recycle bin, and its address leads to the one that stays. This can be undone for 30 days.',
  'parties.duplicates.merge': 'Merge',
  'parties.duplicates.dismiss': 'Not a duplicate',
  'parties.duplicates.swap': 'Keep the other one',
  'parties.duplicates.isMerged': 'Merged into another file',
  'parties.duplicates.merged': 'The two files are now “{name}”.',
  'parties.duplicates.dismissed': 'It is remembered that these are not duplicates.',
  'parties.duplicates.returned': 'Back among the pairs to review.',
  'parties.duplicates.return': 'Back to review',
  'parties.duplicates.both': 'Both, one after the other',
  'parties.duplicates.empty': 'Empty',
  'parties.duplicates.picture': 'Picture',
  'parties.duplicates.stateIn': 'State in “{group}”',
  'parties.duplicates.mergeTwo': 'Merge two files',
  'parties.duplicates.chooseTwo': 'Choose two different files to merge',
  'parties.duplicates.mergeWith': 'Merge “{name}” with another file',
  'parties.duplicates.mergeWithOther': 'Merge with another file',
  'parties.duplicates.compareTwo': 'Compare the two',
  'parties.duplicates.other': 'The other file',
  'parties.duplicates.otherHint':
    'A file of the same party; both are shown side by side before they are merged.',
}
