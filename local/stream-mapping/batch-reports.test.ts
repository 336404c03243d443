import { afterEach, describe, expect, it } from 'vitest'
import { closeAll, eventually, openHouse, openSource, openWith } from './mapping-for-tests.ts'

afterEach(closeAll)

const report = (...failed: unknown[]) => ({
  batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })),
})

describe('a report of failed records', () => {
  const settings = { reportBatchItemFailures: true, maximumRetryAttempts: 0 }

  it('is gone on with from the lowest one, and what came before is done with', async () => {
    const source = await openSource()
    await source.put('a1', 'a2', 'a3', 'a4', 'a5')
    const house = await openHouse({
      source,
      settings,
      run: (names, { Records }) => {
        const numberOf = (name: string) => Records[names.indexOf(name)]?.dynamodb?.SequenceNumber
        return names.includes('a1') ? report(numberOf('a5'), numberOf('a3')) : undefined
      },
    })
    expect(await eventually(() => house.events.length === 2)).toBe(true)
    expect(house.batches()).toEqual([
      ['a1', 'a2', 'a3', 'a4', 'a5'],
      ['a3', 'a4', 'a5'],
    ])
    expect(house.letters).toEqual([])
  })

  it('leads a record that fails again and again out of the way', async () => {
    const source = await openSource()
    await source.put('a1', 'a2', 'a3', 'a4')
    const house = await openHouse({
      source,
      settings: { ...settings, bisectBatchOnFunctionError: true, maximumRetryAttempts: 1 },
      run: (names, { Records }) => {
        const place = names.indexOf('a2')
        return place === -1 ? undefined : report(Records[place]?.dynamodb?.SequenceNumber)
      },
    })
    expect(await eventually(() => house.events.length === 7)).toBe(true)
    expect(house.batches()).toEqual([
      ['a1', 'a2', 'a3', 'a4'],
      ['a2', 'a3', 'a4'],
      ['a2', 'a3'],
      ['a2'],
      ['a2'],
      ['a3'],
      ['a4'],
    ])
    expect(house.letters).toMatchObject([{ responseContext: { statusCode: 200, functionError: null } }])
  })

  it.each([
    ['an unknown record', report('123')],
    ['an empty text', report('')],
    ['nothing', report(null)],
    ['a wrong name', { batchItemFailures: [{ sequenceNumber: '123' }] }],
    ['no object', { batchItemFailures: [null] }],
    ['no list', { batchItemFailures: 'all' }],
    ['a text', 'all went well'],
    ['a number', 7],
    ['a list', []],
    ['a number that JSON does not know', 7n],
  ])('means that all failed when it can’t be understood: %s', async (_, answer) => {
    const house = await openWith(['a1', 'a2'], settings, (names) =>
      names.includes('z1') ? undefined : answer,
    )
    expect(await eventually(house.isThrough)).toBe(true)
    expect(house.batches()).toEqual([['a1', 'a2'], ['z1']])
    expect(house.letters).toMatchObject([{ DDBStreamBatchInfo: { batchSize: 2 } }])
  })

  it.each([
    ['undefined', undefined],
    ['null', null],
    ['an empty object', {}],
    ['an empty list', { batchItemFailures: [] }],
    ['no list', { batchItemFailures: null }],
  ])('means that all went well when it names none: %s', async (_, answer) => {
    const house = await openWith(['a1', 'a2'], settings, () => answer)
    expect(await eventually(house.isThrough)).toBe(true)
    expect(house.batches()).toEqual([['a1', 'a2'], ['z1']])
    expect(house.letters).toEqual([])
    expect(house.errors).toEqual([])
  })

  it('is not heeded unless that is set', async () => {
    const house = await openWith(['a1', 'a2'], { reportBatchItemFailures: false }, () => report('', 'x'))
    expect(await eventually(house.isThrough)).toBe(true)
    expect(house.batches()).toEqual([['a1', 'a2'], ['z1']])
  })
})
