// Where things are kept on each system.

import { HELP_WORDS } from '../../ui/words'
import { USUAL_FOLDERS } from './usual-folders'

export function FolderTable() {
  const words = HELP_WORDS.folders
  return (
    <table className="help-folders">
      <caption>{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.system}</th>
          <th scope="col">{words.settings}</th>
          <th scope="col">{words.cache}</th>
        </tr>
      </thead>
      <tbody translate="no">
        {USUAL_FOLDERS.map(({ system, settings, cache }) => (
          <tr key={system}>
            <th scope="row">{system}</th>
            <td>
              <code>{settings}</code>
            </td>
            <td>
              <code>{cache}</code>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
