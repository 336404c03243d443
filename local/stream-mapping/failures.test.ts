import { afterEach, describe, expect, it } from 'vitest'
import { closeAll, eventually, openHouse, openSource, openWith } from './mapping-for-tests.ts'
import { backoff } from './pause.ts'
import { completeSettings } from './settings.ts'

afterEach(closeAll)

const down = () => {
  throw new Error('Down.')
}

/** Fails on the batch of which this is a part. */
const poison = (name: string) => (names: string[]) => (names.includes(name) ? down() : undefined)

describe('a failed batch', () => {
  it('is tried again after pauses that grow up to the longest', () => {
    const settings = completeSettings({ firstRetryMilliseconds: 200, longestRetryMilliseconds: 1_000 })
    expect([1, 2, 3, 4, 50, 10_000].map((failures) => backoff(failures, settings))).toEqual([
      200, 400, 800, 1_000, 1_000, 1_000,
    ])
  })

  it('is tried so often and then given up as a whole, and the next one comes', async () => {
    const house = await openWith(['a1', 'a2'], { maximumRetryAttempts: 2 }, poison('a2'))
    expect(await eventually(house.isThrough)).toBe(true)
    expect(house.batches()).toEqual([['a1', 'a2'], ['a1', 'a2'], ['a1', 'a2'], ['z1']])
    expect(house.letters).toHaveLength(1)
    expect(house.letters[0]).toMatchObject({
      requestContext: { condition: 'RetryAttemptsExhausted', approximateInvokeCount: 3 },
      DDBStreamBatchInfo: { batchSize: 2 },
    })
    expect(house.errors).toHaveLength(3)
    expect(String(house.errors[0])).toContain('deliver-thing failed on 2 records of the stream')
    expect(house.errors[0]).toMatchObject({ cause: { message: 'Down.' } })
  })

  it('is split until the record that fails is alone, which costs no retry', async () => {
    const names = ['a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7', 'a8']
    const settings = { bisectBatchOnFunctionError: true, maximumRetryAttempts: 1 }
    const house = await openWith(names, settings, poison('a5'))
    expect(await eventually(house.isThrough)).toBe(true)
    expect(house.batches()).toEqual([
      names,
      ['a1', 'a2', 'a3', 'a4'],
      ['a5', 'a6', 'a7', 'a8'],
      ['a5', 'a6'],
      ['a5'],
      ['a5'],
      ['a6'],
      ['a7', 'a8'],
      ['z1'],
    ])
    const sequenceNumber = house.events[4]?.Records[0]?.dynamodb?.SequenceNumber
    expect(house.letters).toMatchObject([
      {
        requestContext: { condition: 'RetryAttemptsExhausted', approximateInvokeCount: 5 },
        DDBStreamBatchInfo: {
          batchSize: 1,
          startSequenceNumber: sequenceNumber,
          endSequenceNumber: sequenceNumber,
        },
      },
    ])
  })

  it('is tried without end where no end is set', async () => {
    let attempts = 0
    const run = () => {
      attempts += 1
      if (attempts < 12) down()
    }
    const house = await openWith(['a1'], {}, run)
    expect(await eventually(house.isThrough)).toBe(true)
    expect(house.letters).toEqual([])
    expect(attempts).toBe(13)
  })

  it('has failed also when the function never ends, and nothing is kept waiting for ever', async () => {
    const run = (names: string[]) => (names.includes('a1') ? new Promise(() => {}) : undefined)
    const house = await openWith(['a1'], { timeoutMilliseconds: 20, maximumRetryAttempts: 1 }, run)
    expect(await eventually(house.isThrough)).toBe(true)
    expect(house.batches()).toEqual([['a1'], ['a1'], ['z1']])
    expect(house.letters).toMatchObject([{ responseContext: { functionError: 'Unhandled' } }])
  })

  it('does no harm to whoever is told of it and throws', async () => {
    const source = await openSource()
    await source.put('a1', 'b1')
    const settings = { batchSize: 1, maximumRetryAttempts: 0 }
    const house = await openHouse({
      source,
      settings,
      run: poison('a1'),
      onError: down,
      onDeadLetter: down,
    })
    expect(await eventually(() => house.names().includes('b1'))).toBe(true)
    expect(house.deadLetters()).toHaveLength(1)
  })
})

describe('a record that is too old', () => {
  it('is given up at its next attempt, and younger ones come', async () => {
    const source = await openSource()
    await source.put('a1')
    const settings = { maximumRecordAgeSeconds: 60, batchSize: 1 }
    const run = (names: string[]) => {
      if (names.includes('a1')) source.passSeconds(100)
      return poison('a1')(names)
    }
    const house = await openHouse({ source, settings, run })
    expect(await eventually(() => house.letters.length === 1)).toBe(true)
    await house.put('b1')
    expect(await eventually(() => house.names().includes('b1'))).toBe(true)
    expect(house.batches()).toEqual([['a1'], ['b1']])
    expect(house.letters).toMatchObject([
      { requestContext: { condition: 'RecordAgeExceeded', approximateInvokeCount: 1 } },
    ])
  })

  it('is given up without an attempt when it was so from the start, apart from younger ones', async () => {
    const source = await openSource()
    await source.put('a1', 'a2')
    source.passSeconds(100)
    await source.put('a3')
    const house = await openHouse({ source, settings: { maximumRecordAgeSeconds: 60 } })
    expect(await eventually(() => house.names().length === 1)).toBe(true)
    expect(house.names()).toEqual(['a3'])
    expect(house.letters).toMatchObject([
      {
        requestContext: { condition: 'RecordAgeExceeded', approximateInvokeCount: 0 },
        responseContext: null,
        DDBStreamBatchInfo: { batchSize: 2 },
      },
    ])
  })
})

describe('settings', () => {
  it.each([
    [{ batchSize: 0 }, 'batchSize of a stream mapping must be a whole number from 1 to 10000, not 0.'],
    [{ parallelizationFactor: 11 }, 'parallelizationFactor'],
    [{ maximumRetryAttempts: 1.5 }, 'maximumRetryAttempts'],
    [{ maximumRecordAgeSeconds: -2 }, 'maximumRecordAgeSeconds'],
    [{ filters: [{ eventName: [{ wildcard: '*' }] }] } as never, 'eventName has the rule {"wildcard":"*"}'],
  ])('that Lambda would refuse are refused at the start: %j', async (settings, sentence) => {
    const source = await openSource()
    await expect(openHouse({ source, settings })).rejects.toThrow(sentence)
  })
})
