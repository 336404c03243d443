import { ways } from './picture-ways.ts'

/** Does one way once and prints the most memory that this process held, in megabytes. Pixels are made on other threads, so this one can watch. */
const [, , name = '', file = ''] = process.argv
let most = 0
const watch = setInterval(() => {
  most = Math.max(most, process.memoryUsage.rss())
}, 1)
await ways[name]?.(file)
clearInterval(watch)
console.log(Math.round(most / 1024 / 1024))
