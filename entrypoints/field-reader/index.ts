import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { FIELD_READER } from '../../src/pages/card-fields.ts';
import { offerFieldReader } from '../../src/pages/field-reader.ts';

export default defineUnlistedScript(() => offerFieldReader(FIELD_READER));
