// All keys of the gallery, by where they are heard.

import { Fragment } from 'react'
import { HELP_WORDS } from '../../ui/words'
import { keyGroups } from './key-table'

export function KeyTables({ isMac }: { readonly isMac: boolean }) {
  const words = HELP_WORDS.keyboard
  const groups = keyGroups(isMac)
  return groups.map(({ name, rows }) => (
    <table key={name} className="help-keys">
      <caption>{name}</caption>
      <thead className="unseen">
        <tr>
          <th scope="col">{words.keys}</th>
          <th scope="col">{words.what}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ keys, what }) => (
          <tr key={what}>
            <td>
              {keys.map((together) => (
                <span key={together.join(' ')} className="keys-together">
                  {together.map((key, index) => (
                    <Fragment key={key}>
                      {index > 0 && '\u202f+\u202f'}
                      <kbd>{key}</kbd>
                    </Fragment>
                  ))}{' '}
                </span>
              ))}
            </td>
            <td>{what}</td>
          </tr>
        ))}
      </tbody>
    </table>
  ))
}
