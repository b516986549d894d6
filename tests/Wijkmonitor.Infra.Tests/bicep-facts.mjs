// Reads Bicep files with the grammar of tree-sitter-bicep and prints what is in them as JSON. It judges nothing: that is for the tests.
// Usage: node bicep-facts.mjs FILE ...
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { Language, Parser } from 'web-tree-sitter';

await Parser.init();
const grammar = createRequire(import.meta.url).resolve('tree-sitter-bicep/tree-sitter-bicep.wasm');
const parser = new Parser();
parser.setLanguage(await Language.load(grammar));

const unquoted = (text) => text.replace(/^'|'$/g, '');
const line = (node) => node.startPosition.row + 1;

function* all(node) {
  yield node;
  for (const child of node.namedChildren) yield* all(child);
}

// The object that a resource or module is given, past its condition and its loop.
const body = (node) => [...all(node)].find((child) => child.type === 'object');

function members(object) {
  if (object?.type !== 'object') return [];
  return object.namedChildren
    .filter((child) => child.type === 'object_property')
    .map((child) => ({ name: unquoted(child.namedChildren[0].text), value: child.namedChildren[1] }));
}

// All values below an object by their path, such as properties.siteConfig.minTlsVersion.
function paths(object, prefix = '') {
  const found = {};
  for (const { name, value } of members(object)) {
    const path = prefix + name;
    if (value?.type === 'object') Object.assign(found, paths(value, `${path}.`));
    found[path] = value?.text ?? '';
  }
  return found;
}

// Names that stand for something declared elsewhere: no keys, no members, nothing that a loop or lambda brings with it.
function references(root) {
  const found = [];
  (function walk(node, bound) {
    const [first, ...rest] = node.namedChildren;
    switch (node.type) {
      case 'identifier':
        if (!bound.includes(node.text)) found.push({ name: node.text, line: line(node) });
        return;
      case 'type':
      case 'comment':
      case 'property_identifier':
        return;
      case 'object_property':
        if (first.type === 'string') walk(first, bound);
        rest.forEach((child) => walk(child, bound));
        return;
      case 'parameter_declaration':
      case 'variable_declaration':
      case 'resource_declaration':
      case 'module_declaration':
      case 'output_declaration':
        rest.forEach((child) => walk(child, bound));
        return;
      case 'lambda_expression':
        rest.forEach((child) => walk(child, [...bound, first.text]));
        return;
      case 'for_statement': {
        const names = first.type === 'identifier' ? [first.text] : first.namedChildren.map((child) => child.text);
        rest.forEach((child) => walk(child, [...bound, ...names]));
        return;
      }
      default:
        node.namedChildren.forEach((child) => walk(child, bound));
    }
  })(root, []);
  return found;
}

function facts(file) {
  // The grammar has no parameter files: there a parameter is an assignment, which reads as a variable does.
  const isParameters = file.endsWith('.bicepparam');
  const source = readFileSync(file, 'utf8');
  const using = isParameters ? source.match(/^using '(.*)'$/m)?.[1] ?? '' : '';
  const root = parser.parse(isParameters ? source.replace(/^using '.*'$/m, '').replace(/^param (\w+) =/gm, 'var $1 =') : source).rootNode;
  const declared = { parameters: [], variables: [], resources: [], modules: [], outputs: [] };
  let described = false;
  let secure = false;
  for (const node of root.namedChildren) {
    const name = node.namedChildren[0]?.text;
    if (node.type === 'decorators') {
      described = /@(sys\.)?description\('.+'\)/s.test(node.text);
      secure = /@(sys\.)?secure\(\)/.test(node.text);
      continue;
    }
    if (node.type === 'parameter_declaration') {
      declared.parameters.push({ name, line: line(node), described, secure, hasDefault: /=/.test(node.text) });
    } else if (node.type === 'variable_declaration') {
      declared.variables.push({ name, line: line(node), members: paths(node.namedChildren[1]), text: node.namedChildren[1].text });
    } else if (node.type === 'output_declaration') {
      declared.outputs.push({ name, line: line(node), described, text: node.text });
    } else if (node.type === 'resource_declaration') {
      const [type, version] = unquoted(node.namedChildren[1].text).split('@');
      const existing = /^resource\s+\w+\s+'[^']*'\s+existing\b/.test(node.text);
      declared.resources.push({ name, line: line(node), type, version: version ?? '', existing, values: paths(body(node)) });
    } else if (node.type === 'module_declaration') {
      const parameters = members(body(node)).find((member) => member.name === 'params')?.value;
      declared.modules.push({ name, line: line(node), path: unquoted(node.namedChildren[1].text), parameters: members(parameters).map((member) => member.name) });
    }
    described = false;
    secure = false;
  }
  const errors = [];
  (function walk(node) {
    if (node.type === 'ERROR' || node.isMissing) errors.push({ line: line(node), text: node.text.slice(0, 80) });
    node.children.forEach(walk);
  })(root);
  const outputsUsed = [...source.matchAll(/\b(\w+)\.\??outputs\.(\w+)/g)].map(([, module, output]) => ({ module, output }));
  return { file, using, errors, ...declared, references: references(root), outputsUsed };
}

console.log(JSON.stringify(process.argv.slice(2).map(facts)));
