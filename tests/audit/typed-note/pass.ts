import { documentOf, p, section } from '../documents.ts';

export const document = documentOf({ body: [section('a', 'სათაური', [p('ფართობი 12 კმ² და 5 მ³; 12 [კმ] არის.')])] });
