// A word that stands in a component is never translated: this walks the syntax of all of them.

import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseSync } from 'vite'
import { describe, expect, it } from 'vitest'

const SOURCE = resolve(import.meta.dirname, '../../../src/renderer/src')

/** Attributes that people see or hear. */
const SPOKEN =
  /^(?:title|alt|placeholder|label|aria-(?:label|description|valuetext|roledescription)|term|note|text|hint)$/

/** Units and signs, the same in every language. */
const ALIKE = new Set(['km/h', 'ms', 'MiB'])

interface SyntaxNode {
  readonly type: string
  readonly [field: string]: unknown
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value
}

function* nodesOf(node: SyntaxNode): Generator<SyntaxNode> {
  yield node
  for (const value of Object.values(node))
    for (const each of Array.isArray(value) ? value : [value]) if (isNode(each)) yield* nodesOf(each)
}

function wordsIn(text: unknown): readonly string[] {
  const word = typeof text === 'string' ? text.trim() : ''
  return /\p{L}{2}/u.test(word) && !ALIKE.has(word) ? [word] : []
}

/** Texts between tags, texts in braces there, and those of spoken attributes. */
function spokenIn(node: SyntaxNode): readonly string[] {
  if (node.type === 'JSXText') return wordsIn(node['value'])
  if (node.type === 'JSXAttribute') {
    const { name, value } = node as unknown as { name: { name: unknown }; value: unknown }
    return SPOKEN.test(String(name.name)) ? literalsIn(value) : []
  }
  if (node.type !== 'JSXElement' && node.type !== 'JSXFragment') return []
  return (node['children'] as readonly unknown[]).flatMap((child) =>
    isNode(child) && child.type === 'JSXExpressionContainer' ? literalsIn(child['expression']) : [],
  )
}

function literalsIn(value: unknown): readonly string[] {
  if (!isNode(value)) return []
  switch (value.type) {
    case 'Literal':
      return wordsIn(value['value'])
    case 'TemplateLiteral':
      return (value['quasis'] as readonly { value: { cooked: string } }[]).flatMap((part) =>
        wordsIn(part.value.cooked),
      )
    case 'JSXExpressionContainer':
      return literalsIn(value['expression'])
    case 'ConditionalExpression':
      return [...literalsIn(value['consequent']), ...literalsIn(value['alternate'])]
    case 'LogicalExpression':
      return literalsIn(value['right'])
    default:
      return []
  }
}

const components = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.tsx'),
)

describe('components', () => {
  it.each(components)('%s has its words from the files of words', (file) => {
    const { program, errors } = parseSync(file, readFileSync(join(SOURCE, file), 'utf8'))
    expect(errors).toEqual([])
    const found = [...nodesOf(program as unknown as SyntaxNode)].flatMap(spokenIn)
    expect(found).toEqual([])
  })

  it('would be found out', () => {
    const text = 'const a = <p title="Look here">Hello {b && `there ${c}`} {d ? "yes" : null} <i>km/h</i></p>'
    const { program } = parseSync('a.tsx', text)
    expect([...nodesOf(program as unknown as SyntaxNode)].flatMap(spokenIn).toSorted()).toEqual(
      ['Hello', 'Look here', 'there', 'yes'].toSorted(),
    )
  })
})
