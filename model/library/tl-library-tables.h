/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a room that asks a library has to know of its tables. */
#pragma once

#include "model/library/tl-library.h"
#include "model/store/tl-connection.h"

G_BEGIN_DECLS

/* A row of a kind has the key RECORD << 24 | NUMBER, with a number of its own within its record. References hold such
 * keys, so that a chain is followed from table to table by one integer. */
#define TL_LIBRARY_KEY_BITS 24
#define TL_LIBRARY_MAX_NUMBER ((1 << TL_LIBRARY_KEY_BITS) - 1)

/* What is known of a code at a level in a record: the marks of table "coding". */
#define TL_CODING_TAGGED (1 << 0)          /* by anyone */
#define TL_CODING_TAGGED_LEAD (1 << 1)     /* by a lead reviewer, or somebody not named */
#define TL_CODING_TAGGED_AGREED (1 << 2)   /* and the coders agree */
#define TL_CODING_CONSIDERED (1 << 3)      /* looked for and not found, by anyone */
#define TL_CODING_CONSIDERED_LEAD (1 << 4) /* the same, by a lead reviewer or somebody not named */

TlConnection *tl_library_get_connection (TlLibrary  *self);
gboolean      tl_library_begin_write    (TlLibrary  *self,
                                         GError    **error);
gboolean      tl_library_end_write      (TlLibrary  *self,
                                         gboolean    done,
                                         const char *missing,
                                         GError    **error);
void          tl_library_explain        (const char *name,
                                         GError    **error);

G_END_DECLS
