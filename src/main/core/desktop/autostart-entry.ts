// The file by which a Linux desktop starts the gallery at log-in: Desktop Entry Specification 1.5, Desktop Application
// Autostart Specification.

/** @param command program and arguments, as given to the system; none may hold a line break. */
export function autostartEntry(name: string, command: readonly string[]): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    `Name=${name}`,
    `Exec=${command.map(quoted).join(' ')}`,
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n')
}

/** Quoted for Exec (section 7), then escaped once more as every value of type string is (section 4). */
function quoted(argument: string): string {
  const text = argument.replaceAll('%', '%%').replaceAll(/["`$\\]/g, String.raw`\$&`)
  return `"${text.replaceAll('\\', '\\\\')}"`
}
