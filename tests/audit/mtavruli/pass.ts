import { documentOf, p, section } from '../documents.ts';

export const document = documentOf({ body: [section('a', 'სათაური', [p('ჰაერი, ჱ ჲ ჳ ჴ ჵ ჶ')])] });
