/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the numbered rules have to say of a learning record as it is taken in: the same rules that advise its reviewers,
 * as far as they need nothing that stayed in the review. */
#include "config.h"

#include "model/library/tl-library-ingest-private.h"

#include <string.h>

#include "model/checks/tl-checks.h"

/* Shows a record to the rules, when all are there. */
void
_tl_ingest_advice_take (TlIngest      *self,
                        TlPlainRecord *record)
{
  tl_review_frozen_add (self->review, record->kind, record->id, record->values);
}

/* Runs the rules over what was kept, and adds a row for each that has something to say. */
void
_tl_ingest_advice_give (TlIngest *self)
{
  TlParcel *parcel = self->parcel;
  guint n_rules;
  const TlCheckRule *rules = tl_check_rules_get (&n_rules);

  tl_review_frozen_seal (self->review);
  tl_checks_count (self->review, self->pins->method, parcel->advice);
  for (guint i = 0; i < n_rules; i++)
    if (parcel->advice[i] > 0)
      {
        tl_parcel_begin_row (parcel, TL_LIBRARY_INSERT_ADVICE);
        tl_parcel_add_number (parcel, 1, TL_PARCEL_RECORD, 0);
        tl_parcel_add_bytes (parcel, 2, TL_PARCEL_TEXT, rules[i].code, strlen (rules[i].code));
        tl_parcel_add_number (parcel, 3, TL_PARCEL_NUMBER, parcel->advice[i]);
      }
}
