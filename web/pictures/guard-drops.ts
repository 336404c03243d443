/** A file that is dropped beside its goal must not replace the app. For the whole page, once. */
export function guardDrops(): void {
  const guard = (event: DragEvent) => {
    if (event.defaultPrevented || !hasFiles(event.dataTransfer)) return
    event.preventDefault()
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'none'
  }
  addEventListener('dragover', guard)
  addEventListener('drop', guard)
}

/** Whether what is dragged is files, and not a piece of text. */
export const hasFiles = (data: DataTransfer | null) => data?.types.includes('Files') ?? false
