import { expect, onTestFinished, test, vi } from 'vitest'
import { catchUp } from './event-in.ts'
import { shareLine } from './share-line.ts'

/** A tab of a browser: what it heard, and how to speak for the server while it keeps the line. */
function openTab(name: string) {
  const stay = new AbortController()
  const heard: unknown[] = []
  let say: ((data: string) => void) | undefined
  const ended = shareLine({
    name,
    hear: (data) => heard.push(data),
    async keep(tell) {
      say = tell
      await new Promise((resolve) => stay.signal.addEventListener('abort', resolve))
      say = undefined
    },
    signal: stay.signal,
  }).catch(() => undefined)
  const close = async () => {
    stay.abort()
    await ended
  }
  onTestFinished(close)
  return {
    heard,
    close,
    isKeeper: () => say !== undefined,
    say(data: string) {
      if (!say) throw new Error('This tab does not keep the line.')
      say(data)
    },
  }
}

const keeping = (tab: ReturnType<typeof openTab>) =>
  vi.waitFor(() => expect(tab.isKeeper()).toBe(true), { interval: 5 })

test('one tab keeps the line and all tabs hear it; who comes later catches up', async () => {
  const name = crypto.randomUUID()
  const first = openTab(name)
  await keeping(first)
  const second = openTab(name)
  await vi.waitFor(() => expect(second.heard).toEqual([catchUp]))
  first.say('news')
  await vi.waitFor(() => expect(second.heard).toEqual([catchUp, 'news']))
  expect(first.heard).toEqual(['news'])
  expect(second.isKeeper()).toBe(false)
})

test('when the tab with the line closes, another takes over, and it alone', async () => {
  const name = crypto.randomUUID()
  const first = openTab(name)
  await keeping(first)
  const others = [openTab(name), openTab(name)]
  await vi.waitFor(() => expect(others.map(({ heard }) => heard)).toEqual([[catchUp], [catchUp]]))
  await first.close()
  await vi.waitFor(() => expect(others.filter((tab) => tab.isKeeper())).toHaveLength(1))
  others.find((tab) => tab.isKeeper())?.say('from the new one')
  await vi.waitFor(() => {
    for (const { heard } of others) expect(heard).toEqual([catchUp, 'from the new one'])
  })
  expect(first.heard).toEqual([])
})

test('another person has another line, and a tab that left hears nothing any more', async () => {
  const ada = crypto.randomUUID()
  const ben = crypto.randomUUID()
  const tab = openTab(ada)
  await keeping(tab)
  const left = openTab(ada)
  await vi.waitFor(() => expect(left.heard).toEqual([catchUp]))
  await left.close()
  const next = openTab(ben)
  const stays = openTab(ada)
  await keeping(next)
  await vi.waitFor(() => expect(stays.heard).toEqual([catchUp]))
  tab.say('for ada')
  await vi.waitFor(() => expect(stays.heard).toEqual([catchUp, 'for ada']))
  expect([left.heard, next.heard]).toEqual([[catchUp], []])
})
