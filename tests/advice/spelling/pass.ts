import { documentOf, p, section } from '../../audit/documents.ts';

export const document = documentOf({ body: [section('a', 'სათაური', [p('ჩვენი ტექსტი კარგი არის.')])] });
