export const CODE_LENGTH = 6

/** The digits of what was typed or pasted: "Your code: 123 456" is 123456. Full-width digits count. */
export function digitsOf(text: string): string {
  const digits = text.normalize('NFKC').replaceAll(/\D/g, '')
  return digits.slice(0, CODE_LENGTH)
}
