import { describe, expect, test } from 'vitest'
import { type Known, type LocalItem, planSync, type RemoteEvent } from './plan-sync.ts'

const from = '2026-11-01'
const known: Known = { href: '/a.ics', etag: '1', itemKey: 'a', fingerprint: 'x' }
const event: RemoteEvent = {
  href: '/a.ics',
  etag: '1',
  uid: 'a@peyvand',
  fingerprint: 'x',
  changedAt: '2026-11-22T10:00:00.000Z',
  start: '2026-11-23T10:00:00.000Z',
  recurs: false,
}
const item: LocalItem = {
  key: 'a',
  uid: 'a@peyvand',
  fingerprint: 'x',
  changedAt: '2026-11-22T09:00:00.000Z',
  canChange: true,
}
const plan = (known: Known[], remote: RemoteEvent[], local: LocalItem[]) =>
  planSync({ known, remote, local, from }).map(({ do: what }) => what)

describe('what both knew', () => {
  test.each<[string, RemoteEvent | null, LocalItem | null, string[]]>([
    ['nothing happened', event, item, []],
    ['it was changed there', { ...event, etag: '2', fingerprint: 'y' }, item, ['change']],
    ['it was changed here', event, { ...item, fingerprint: 'y' }, ['put']],
    [
      'changed in both, there later',
      { ...event, fingerprint: 'y' },
      { ...item, fingerprint: 'z' },
      ['change'],
    ],
    [
      'changed in both, here later',
      { ...event, fingerprint: 'y', changedAt: '2026-11-22T08:00:00.000Z' },
      { ...item, fingerprint: 'z' },
      ['put'],
    ],
    [
      'changed in both, nobody knows when',
      { ...event, fingerprint: 'y', changedAt: null },
      { ...item, fingerprint: 'z' },
      ['put'],
    ],
    ['changed there by who may not', { ...event, fingerprint: 'y' }, { ...item, canChange: false }, ['put']],
    [
      'changed in both to the same',
      { ...event, etag: '2', fingerprint: 'y' },
      { ...item, fingerprint: 'y' },
      ['note'],
    ],
    ['only the mark changed', { ...event, etag: '2' }, item, ['note']],
    ['it was deleted there', null, item, ['drop']],
    ['deleted there, changed here', null, { ...item, fingerprint: 'y' }, ['forget', 'put']],
    ['deleted there by who may not', null, { ...item, canChange: false }, ['forget', 'put']],
    ['it was deleted here', event, null, ['delete']],
    ['it has passed', { ...event, start: '2026-10-01T10:00:00.000Z' }, null, ['forget']],
    ['it is gone on both sides', null, null, ['forget']],
  ])('%s', (_, there, here, expected) => {
    expect(plan([known], there ? [there] : [], here ? [here] : [])).toEqual(expected)
  })
})

describe('what one side has alone', () => {
  test('is given to the other', () => {
    expect(plan([], [{ ...event, uid: 'phone' }], [])).toEqual(['take'])
    expect(plan([], [], [item])).toEqual(['put'])
  })

  test('one that was written before it could be noted is not made twice', () => {
    expect(plan([], [event], [item])).toEqual(['note'])
  })

  test('what recurs there, or has long passed, stays there', () => {
    expect(plan([], [{ ...event, uid: 'phone', recurs: true }], [])).toEqual([])
    expect(plan([], [{ ...event, uid: 'phone', start: '2026-10-01T10:00:00.000Z' }], [])).toEqual([])
  })
})
