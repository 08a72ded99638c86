/** XMP metadata (ISO 16684-1) that says what the file conforms to. pdfkit's own leaves `&` unescaped. */

import type { Metadata } from '../../../model/document.ts';
import { escapeXml } from '../../../text.ts';
import type { PdfStandard } from '../../targets.ts';

export interface Facts {
  readonly metadata: Metadata;
  readonly lang: string;
  readonly created: Date;
  readonly producer: string;
  /** Null for a file that is for the press alone. */
  readonly standard: PdfStandard | null;
  /** Whether files are carried inside. */
  readonly attachments: boolean;
  /** A UUID of the file's content, where it is for the press. */
  readonly press?: string;
}

/** An XMP packet with the facts of the document and the standards that the file keeps. */
export function xmp(facts: Facts): string {
  const { metadata, lang, created, producer } = facts;
  const date = created.toISOString().replace(/\.\d+Z$/, 'Z');
  const alt = (text: string): string =>
    `<rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li><rdf:li xml:lang="${escapeXml(lang)}">${escapeXml(text)}</rdf:li></rdf:Alt>`;
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title>${alt(metadata.title)}</dc:title>
<dc:description>${alt(metadata.description)}</dc:description>
<dc:creator><rdf:Seq><rdf:li>${escapeXml(metadata.author)}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>${escapeXml(lang)}</rdf:li></rdf:Bag></dc:language>
<dc:subject><rdf:Bag>${metadata.keywords.map((word) => `<rdf:li>${escapeXml(word)}</rdf:li>`).join('')}</rdf:Bag></dc:subject>
<xmp:CreateDate>${date}</xmp:CreateDate>
<xmp:ModifyDate>${date}</xmp:ModifyDate>
<xmp:MetadataDate>${date}</xmp:MetadataDate>
<xmp:CreatorTool>Etrati</xmp:CreatorTool>
<pdf:Producer>${escapeXml(producer)}</pdf:Producer>
<pdf:Keywords>${escapeXml(metadata.keywords.join(', '))}</pdf:Keywords>
${claims(facts)}${facts.press === undefined ? '' : pressFacts}
</rdf:Description>${facts.press === undefined ? '' : mediaManagement(facts.press)}
${more(facts)}
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>`;
}

function claims({ standard, attachments }: Facts): string {
  if (standard === null) return '';
  return standard === 'ua-1' ? ua1 : ua2(attachments);
}

function more({ standard, press }: Facts): string {
  if (standard === null) return '';
  if (standard === 'ua-2') return wtpdfDeclarations;
  return extensionSchemas(press === undefined ? [uaSchema] : [uaSchema, ...pressSchemas]);
}

/** PDF/A-2a (ISO 19005-2, 6.6.4) and PDF/UA-1 (ISO 14289-1, 5). */
const ua1 = `<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>`;

/** PDF/A-4 (ISO 19005-4, 6.7.3), with a letter only where files are carried, and PDF/UA-2 (ISO 14289-2, 5). */
function ua2(attachments: boolean): string {
  const conformance = attachments ? '\n<pdfaid:conformance>F</pdfaid:conformance>' : '';
  return `<pdfaid:part>4</pdfaid:part>${conformance}
<pdfaid:rev>2020</pdfaid:rev>
<pdfuaid:part>2</pdfuaid:part>
<pdfuaid:rev>2024</pdfuaid:rev>`;
}

const declaration = (profile: string): string =>
  `<rdf:li rdf:parseType="Resource"><pdfd:conformsTo>http://pdfa.org/declarations/wtpdf#${profile}1.0</pdfd:conformsTo></rdf:li>`;

/** Well-Tagged PDF, 6.1.3: both conformance levels, each as a PDF Declaration. */
const wtpdfDeclarations = `<rdf:Description rdf:about="" xmlns:pdfd="http://pdfa.org/declarations/">
<pdfd:declarations><rdf:Bag>${declaration('accessibility')}${declaration('reuse')}</rdf:Bag></pdfd:declarations>
</rdf:Description>`;

interface Schema {
  readonly name: string;
  readonly uri: string;
  readonly prefix: string;
  readonly property: string;
  readonly type: string;
  readonly description: string;
}

const uaSchema: Schema = {
  name: 'PDF/UA identification schema',
  uri: 'http://www.aiim.org/pdfua/ns/id/',
  prefix: 'pdfuaid',
  property: 'part',
  type: 'Integer',
  description: 'Indicates, which part of ISO 14289 standard is followed',
};

/** Trapped came to Adobe's own schema after the edition of XMP that PDF/A-2 knows. */
const pressSchemas: readonly Schema[] = [
  {
    name: 'PDF/X identification schema',
    uri: 'http://www.npes.org/pdfx/ns/id/',
    prefix: 'pdfxid',
    property: 'GTS_PDFXVersion',
    type: 'Text',
    description: 'The edition of PDF/X that the file keeps',
  },
  {
    name: 'Adobe PDF schema',
    uri: 'http://ns.adobe.com/pdf/1.3/',
    prefix: 'pdf',
    property: 'Trapped',
    type: 'Text',
    description: 'Whether the file has been trapped',
  },
];

/** PDF/A wants every schema that it does not know described (ISO 19005-2, 6.6.2.3.3). */
function extensionSchemas(schemas: readonly Schema[]): string {
  return `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag>${schemas.map(extensionSchema).join('')}</rdf:Bag></pdfaExtension:schemas>
</rdf:Description>`;
}

function extensionSchema({ name, uri, prefix, property, type, description }: Schema): string {
  return `<rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>${name}</pdfaSchema:schema>
<pdfaSchema:namespaceURI>${uri}</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>${prefix}</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>${property}</pdfaProperty:name>
<pdfaProperty:valueType>${type}</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>${description}</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li>`;
}

/** PDF/X-4 wants these of every file (ISO 15930-7, metadata); the file is trapped by who prints it. */
const pressFacts = `
<pdf:Trapped>False</pdf:Trapped>`;

function mediaManagement(id: string): string {
  return `
<rdf:Description rdf:about="" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">
<xmpMM:DocumentID>uuid:${id}</xmpMM:DocumentID>
<xmpMM:InstanceID>uuid:${id}</xmpMM:InstanceID>
<xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>
</rdf:Description>`;
}
