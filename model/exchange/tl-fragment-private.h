/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A fragment in its three files: tl-fragment.c copies and is XML, tl-fragment-text.c reads plain text,
 * tl-fragment-fit.c makes it part of a review. */
#pragma once

#include "model/exchange/tl-fragment.h"

G_BEGIN_DECLS

struct _TlFragment
{
  GPtrArray *records; /* owned: the review it is from, then what travels and what is named, in no order */
  GPtrArray *factors; /* borrowed from the records, from the top and from left to right */
};

TlFragment *_tl_fragment_new        (const char    *review_id);
void        _tl_fragment_take       (TlFragment    *self,
                                     TlPlainRecord *record);
TlValue    *_tl_fragment_get_value  (TlPlainRecord *record,
                                     const char    *field);
gboolean    _tl_fragment_is_content (const TlKind  *kind);

G_END_DECLS
