// What one looks through the wall with: a search, a choice of each facet with its counts, the favourites, an order.

import { useId, type RefObject } from 'react'
import { WORDS } from '../../ui/words'
import {
  choose,
  chosenOf,
  FACETS,
  isNarrow,
  WALL_SORTS,
  WHOLE_WALL,
  type Facet,
  type FacetOption,
  type WallQuery,
} from './wall-query'

interface WallFinderProps {
  readonly query: WallQuery
  /** Those that are offered. */
  readonly facets: readonly Facet[]
  readonly options: Readonly<Record<Facet, readonly FacetOption[]>>
  readonly found: number
  readonly total: number
  readonly search: RefObject<HTMLInputElement | null>
  readonly onChange: (query: WallQuery) => void
}

export function WallFinder({ query, facets, options, found, total, search, onChange }: WallFinderProps) {
  const words = WORDS.hang.find
  const id = useId()
  const isAllShown = !isNarrow(query)
  return (
    <search className="wall-find" aria-label={words.landmark}>
      <div className="find-text">
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <circle cx="6.5" cy="6.5" r="4.5" />
          <path d="M10 10l4.2 4.2" />
        </svg>
        <input
          ref={search}
          type="search"
          aria-label={words.search}
          aria-keyshortcuts="Control+F"
          title={words.searchKeys}
          placeholder={words.searchHint}
          value={query.text}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => onChange({ ...query, text: event.target.value })}
        />
      </div>
      {FACETS.filter((facet) => facets.includes(facet) || query[facet] !== null).map((facet) => (
        <FacetSelect
          key={facet}
          facet={facet}
          options={options[facet]}
          chosen={chosenOf(query, facet)}
          onChoose={(value) => onChange(choose(query, facet, value))}
        />
      ))}
      <label className="find-favourites" title={words.favouritesHint}>
        <input
          type="checkbox"
          checked={query.whose === 'favourites'}
          onChange={(event) => onChange({ ...query, whose: event.target.checked ? 'favourites' : 'all' })}
        />
        <span>
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M12 2.8l2.83 5.9 6.47.82-4.75 4.45 1.22 6.43L12 17.3l-5.77 3.1 1.22-6.43L2.7 9.52l6.47-.82z" />
          </svg>
          {words.favourites}
        </span>
      </label>
      <label className="find-choice find-sort" htmlFor={`${id}-sort`}>
        <span>{words.sort}</span>
        <select
          id={`${id}-sort`}
          value={query.sort}
          onChange={(event) => {
            const sort = WALL_SORTS.find((each) => each === event.target.value)
            if (sort !== undefined) onChange({ ...query, sort })
          }}
        >
          {WALL_SORTS.map((sort) => (
            <option key={sort} value={sort}>
              {words.sorts[sort]}
            </option>
          ))}
        </select>
      </label>
      <p className="find-result">
        <output>{isAllShown ? '' : words.found(found, total)}</output>
        {!isAllShown && (
          <button
            type="button"
            className="button small"
            onClick={() => onChange({ ...WHOLE_WALL, sort: query.sort })}
          >
            {words.clear}
          </button>
        )}
      </p>
    </search>
  )
}

interface FacetSelectProps {
  readonly facet: Facet
  readonly options: readonly FacetOption[]
  readonly chosen: string | null
  readonly onChoose: (value: string | null) => void
}

/** Of no facet is an empty text a value, so it stands for any. */
const ANY = ''

function FacetSelect({ facet, options, chosen, onChoose }: FacetSelectProps) {
  const words = WORDS.hang.find
  return (
    <label className="find-choice" data-chosen={chosen !== null}>
      <span className="unseen">{words.facets[facet]}</span>
      <select
        value={chosen ?? ANY}
        onChange={(event) => onChoose(event.target.value === ANY ? null : event.target.value)}
      >
        <option value={ANY}>{words.any[facet]}</option>
        {options.map(({ value, name, count }) => (
          <option key={value} value={value}>
            {words.option(name, count)}
          </option>
        ))}
      </select>
    </label>
  )
}
