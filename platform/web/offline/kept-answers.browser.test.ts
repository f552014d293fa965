import { beforeEach, describe, expect, test } from 'vitest'
import { anyone, forgetAnswers, forgetOthersAnswers, keepAnswer, keptAnswer } from './kept-answers.ts'

const keep = (url: string, owner = '1:ali', most = 10) =>
  keepAnswer({ owner, url, path: '/files/:id', answer: { of: url } }, most)

beforeEach(forgetAnswers)

describe('answers kept on the device', () => {
  test('come back for the same user, with their time', async () => {
    const before = Date.now()
    await keep('/files/1')
    const kept = await keptAnswer('1:ali', '/files/1')
    expect(kept?.answer).toEqual({ of: '/files/1' })
    expect(kept?.at).toBeGreaterThanOrEqual(before)
    expect(await keptAnswer('1:ali', '/files/2')).toBeNull()
  })

  test('are nobody else’s', async () => {
    await keep('/files/1')
    expect(await keptAnswer('1:sara', '/files/1')).toBeNull()
    // The same person in another firm is another reader.
    expect(await keptAnswer('2:ali', '/files/1')).toBeNull()
  })

  test('of one kind are kept only so many, the newest', async () => {
    for (const n of [1, 2, 3]) {
      await keep(`/files/${n}`, '1:ali', 2)
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
    expect(await keptAnswer('1:ali', '/files/1')).toBeNull()
    expect(await keptAnswer('1:ali', '/files/3')).not.toBeNull()
  })

  test('of others go when somebody else works here', async () => {
    await keep('/files/1')
    await keep('/files/2', '1:sara')
    await keep('/session', anyone)
    await forgetOthersAnswers('1:sara')
    expect(await keptAnswer('1:ali', '/files/1')).toBeNull()
    expect(await keptAnswer('1:sara', '/files/2')).not.toBeNull()
    expect(await keptAnswer(anyone, '/session')).not.toBeNull()
  })
})
