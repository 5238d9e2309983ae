/** XML data as a value like that of JSON: elements by their names, several of one name as a list. */
import { type Dialect, elements, isElement, readXml, type XmlElement } from '../package/xml.ts';

const dialect: Dialect = { format: 'XML', name: (_, local) => local };
/** What is declared is not what is read: the text has been decoded. */
const declaration = /^\ufeff?\s*<\?xml[^<>]{0,300}\?>/;

function asValue(element: XmlElement): unknown {
  const inner = elements(element);
  if (inner.length === 0) return element.children.filter((each) => !isElement(each)).join('');
  const names = Map.groupBy(inner, ({ name }) => name);
  return Object.fromEntries(
    [...names].map(([name, all]) => {
      const values = all.map(asValue);
      return [name, values.length === 1 ? values[0] : values];
    }),
  );
}

/** @throws {UnreadableError} when it is not well-formed. */
export function xmlValue(text: string): unknown {
  const roots: XmlElement[] = [];
  readXml(dialect, Buffer.from(text.replace(declaration, '')), '', (root) => roots.push(root));
  const [root] = roots;
  return root && { [root.name]: asValue(root) };
}
