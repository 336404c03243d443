/** Says in sentences what is missing of what is wanted, and what is there besides. */
export function differences(
  who: string,
  wanted: readonly string[],
  found: readonly string[],
  does = 'has',
): string[] {
  const missing = wanted.filter((one) => !found.includes(one))
  const besides = found.filter((one) => !wanted.includes(one))
  const twice = found.filter((one, index) => wanted.includes(one) && found.indexOf(one) !== index)
  return [
    ...missing.map((one) => `${who} lacks: ${one}`),
    ...besides.map((one) => `${who} ${does}, although nothing asks for it: ${one}`),
    ...twice.map((one) => `${who} ${does} twice: ${one}`),
  ]
}
