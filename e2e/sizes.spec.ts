import { expect, test } from '@playwright/test'
import { measureWeb } from '../bench/measure-web.ts'

test('the first load of the staff app and each part after it keep their budgets', () => {
  for (const { name, value, budget } of measureWeb()) expect.soft(value, name).toBeLessThanOrEqual(budget)
})
