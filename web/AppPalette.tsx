import { Palette } from './palette/Palette.tsx'
import { useCommands, useFound } from './use-commands.tsx'

/** The palette with all that Mayfly has to go to and to do. */
export const AppPalette = ({ compose }: { compose: () => void }) => (
  <Palette commands={useCommands(compose)} useFound={useFound} />
)
