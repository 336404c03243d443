import { fork } from 'node:child_process'
import type { Delivery, Order } from './easel.ts'
import type { gallery } from './gallery.ts'

export type Studio = ReturnType<typeof openStudio>

/**
 * Paints the gallery's pictures in a process of its own: in this one the image function has closed every decoder
 * but those of the five forms it takes, and a picture that begins as SVG needs another.
 * @param density in dots an inch; at 72 a picture has its own size
 */
export function openStudio(density: number) {
  const easel = fork(new URL('./easel.ts', import.meta.url), {
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const orders = new Map<number, PromiseWithResolvers<Uint8Array>>()
  let ordered = 0
  let ended: Error | undefined

  function end(reason: string) {
    ended ??= new Error(reason)
    for (const order of orders.values()) order.reject(ended)
    orders.clear()
  }

  easel.on('message', (delivery: Delivery) => {
    const order = orders.get(delivery.number)
    orders.delete(delivery.number)
    if ('jpeg' in delivery) order?.resolve(delivery.jpeg)
    else order?.reject(new Error(delivery.problem))
  })
  easel.on('error', (error) => end(`The easel cannot be used: ${error.message}`))
  easel.on('exit', () => end('The easel is gone.'))

  return {
    /** The picture as a JPEG; the same each time. */
    paint: (kind: keyof typeof gallery, name: string): Promise<Uint8Array> => {
      if (ended) return Promise.reject(ended)
      ordered += 1
      const order: Order = { number: ordered, kind, name, density }
      const delivery = Promise.withResolvers<Uint8Array>()
      orders.set(order.number, delivery)
      easel.send(order, (error) => {
        if (error) end(`The easel cannot be reached: ${error.message}`)
      })
      return delivery.promise
    },
    close: () => {
      end('The studio is closed.')
      easel.kill('SIGKILL')
    },
  }
}
